// What every page does: the menu, light and dark, signs of progress, keys, figures.
"use strict";

const progress = document.getElementById("progress");
let waiting = 0, timer = 0;

// A sign of progress where an answer takes longer than 150 ms.
function begin() {
  if (waiting++ === 0) timer = setTimeout(() => { progress.hidden = false; }, 150);
}
function end() {
  waiting = Math.max(0, waiting - 1);
  if (waiting === 0) { clearTimeout(timer); progress.hidden = true; }
}
document.addEventListener("htmx:beforeRequest", begin);
document.addEventListener("htmx:afterRequest", end);
window.addEventListener("pageshow", () => { waiting = 0; end(); });
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]");
  const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button;
  if (link && !elsewhere && !event.defaultPrevented && !link.hasAttribute("download") && !link.target
      && link.origin === location.origin && !(link.hash && link.pathname === location.pathname)) begin();
});
document.addEventListener("submit", (event) => {
  if (!event.defaultPrevented && !event.target.hasAttribute("data-quiet")) begin();
});

// What went wrong with a part of a page is told, and the part stays as it was.
function tell(text) {
  const said = document.createElement("p");
  said.textContent = text;
  document.getElementById("notices").append(said);
  setTimeout(() => said.remove(), 8000);
}
document.addEventListener("htmx:responseError", (event) => {
  const answer = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html");
  const said = answer.querySelector("[data-said], p");
  tell(said ? said.textContent.trim() : `${event.detail.xhr.status}`);
});
document.addEventListener("htmx:sendError", () => tell(document.documentElement.lang === "ru" ? "Сервер не отвечает" : "The server does not answer"));

document.querySelector(".menu")?.addEventListener("click", (event) => {
  const open = event.currentTarget.closest(".top").classList.toggle("open");
  event.currentTarget.setAttribute("aria-expanded", String(open));
});
document.querySelector(".theme")?.addEventListener("click", () => {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const now = document.documentElement.dataset.theme || (dark ? "dark" : "light");
  const next = now === "dark" ? "light" : "dark";
  document.documentElement.dataset.theme = next;
  try { localStorage.setItem("theme", next); } catch { /* for this page only */ }
});

// Keys. A list says which of its children are stepped through: data-steps="CSS selector".
const PLACES = { i: "/", s: "/states", n: "/network", m: "/map", p: "/paths", c: "/claims", r: "/review", d: "/data" };
let going = false;

function typing(target) {
  return target.closest("input, textarea, select, [contenteditable], dialog[open]") !== null;
}
function step(by) {
  const list = document.querySelector("[data-steps]");
  if (!list) return;
  const items = [...list.querySelectorAll(list.dataset.steps)];
  const at = items.findIndex((item) => item.classList.contains("chosen"));
  const next = items[Math.min(items.length - 1, Math.max(0, at + by))];
  if (!next) return;
  items.forEach((item) => item.classList.toggle("chosen", item === next));
  next.scrollIntoView({ block: "nearest" });
  (next.matches("a, button, [tabindex]") ? next : next.querySelector("a, button, [tabindex]"))?.focus({ preventScroll: true });
  next.dispatchEvent(new CustomEvent("chosen", { bubbles: true }));
}
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (going && PLACES[event.key]) { going = false; location.assign(PLACES[event.key]); return; }
  going = event.key === "g";
  if (event.key === "/") { event.preventDefault(); document.querySelector(".top")?.classList.add("open"); document.getElementById("find")?.focus(); }
  else if (event.key === "?") location.assign("/help");
  else if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else {
    // A button or link that names a key does what it is for: data-key="a".
    const within = document.querySelector(".chosen [data-key='" + CSS.escape(event.key) + "']") || document.querySelector("[data-key='" + CSS.escape(event.key) + "']");
    if (within) {
      event.preventDefault();
      within.click();
      // What opens takes the next keys at once; its toggle event would come a key too late.
      within.closest("details[open]")?.querySelector("input:not([type=hidden])")?.focus();
    }
  }
});
