// The controls of network and map: their state stands in the address, the year plays, and whoever draws is told by the
// event `view` on the body (`detail.still`: whether the year has come to rest).
"use strict";

const form = document.getElementById("view");
const year = document.getElementById("year");
const play = document.getElementById("play");
const BEAT = 350;
let playing = 0, resting = 0;

function asked() {
  const data = new FormData(form), told = new URLSearchParams();
  const layers = [...form.querySelectorAll("[name='layer']")];
  for (const [name, value] of data) if (value && (name !== "layer" || layers.some((one) => !one.checked))) told.append(name, value);
  return told;
}
function chosenLayers() {
  const on = [...form.querySelectorAll("[name='layer']:checked")].map((one) => one.value);
  return on.length ? on : [...form.querySelectorAll("[name='layer']")].map((one) => one.value);
}
function announce(still) {
  document.getElementById("year-said").textContent = year.value;
  document.dispatchEvent(new CustomEvent("looking", { detail: { still } }));
  if (!still) return;
  const query = asked().toString();
  history.replaceState(history.state, "", location.pathname + (query ? "?" + query : ""));
  document.getElementById("table-csv")?.setAttribute("href", `${location.pathname}.csv?${query}`);
  document.body.dispatchEvent(new CustomEvent("view"));
}
function changed() {
  announce(false);
  clearTimeout(resting);
  resting = setTimeout(() => announce(true), 250);
}
function stop() {
  clearInterval(playing);
  playing = 0;
  said();
  announce(true);
}
function said() {
  play.setAttribute("aria-pressed", String(Boolean(playing)));
  play.firstChild.textContent = playing ? "⏸ " : "▶ ";
  play.querySelector("span").textContent = playing ? play.dataset.pause : play.dataset.play;
}
function start() {
  if (year.value === year.max) year.value = Math.max(Number(year.min), Number(year.max) - 60);
  playing = setInterval(() => {
    if (Number(year.value) >= Number(year.max)) { stop(); return; }
    year.value = Number(year.value) + 1;
    announce(form.dataset.asks === "server");
  }, form.dataset.asks === "server" ? 3 * BEAT : BEAT);
  said();
}
if (form) {
  play.addEventListener("click", () => (playing ? stop() : start()));
  form.addEventListener("input", changed);
  form.addEventListener("submit", (event) => { event.preventDefault(); announce(true); });
  for (const button of form.querySelectorAll("[data-layers]")) {
    button.addEventListener("click", () => {
      form.querySelectorAll("[name='layer']").forEach((one) => { one.checked = button.dataset.layers === "all"; });
      changed();
    });
  }
}
