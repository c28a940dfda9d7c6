// A figure that the server has drawn is drawn again by the browser, with its data under the pointer. Pages that hold
// figures load vega, vega-lite, vega-embed and this. The picture stays where that fails.
"use strict";

async function enliven(figure) {
  const [path, query] = figure.dataset.figure.split("?");
  const answer = await fetch(path + ".json" + (query ? "?" + query : ""));
  if (!answer.ok) return;
  const place = document.createElement("div");
  place.setAttribute("aria-hidden", "true");
  const picture = figure.querySelector("img");
  figure.insertBefore(place, picture);
  try {
    // `ast`: expressions are interpreted, not compiled, so that the policy against inline script can stay strict.
    await vegaEmbed(place, await answer.json(), { ast: true, actions: false, defaultStyle: false, tooltip: { disableDefaultStyle: true }, renderer: "canvas", loader: { http: { credentials: "same-origin" } } });
    picture.classList.add("unseen");
  } catch (fault) {
    place.remove();
  }
}
const seen = new IntersectionObserver((entries) => {
  for (const entry of entries) if (entry.isIntersecting) { seen.unobserve(entry.target); enliven(entry.target); }
});
document.querySelectorAll("[data-figure]").forEach((figure) => seen.observe(figure));
