// Before anything is drawn: the reader's choice of light or dark.
(function () {
  "use strict";
  try {
    const chosen = localStorage.getItem("theme");
    if (chosen) document.documentElement.dataset.theme = chosen;
  } catch { /* storage is switched off: the system's choice stands */ }
})();
