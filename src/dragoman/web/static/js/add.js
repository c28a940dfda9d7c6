// A form that was taken is emptied for the next article.
"use strict";
document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.target.closest?.("form.card");
  if (form && event.detail.successful) form.reset();
});
