// The map: what is clicked is told beside it; wheel, buttons and fingers make it larger and move it.
"use strict";

(function () {
  const place = document.getElementById("map");
  if (!place) return;
  let box = null, held = null, moved = false;
  const world = () => place.querySelector(".world");
  const whole = () => ({ x: 0, y: 0, w: Number(world().dataset.width), h: Number(world().dataset.height) });

  function show() {
    const all = whole();
    box.w = Math.min(Math.max(box.w, all.w / 24), all.w);
    box.h = box.w * all.h / all.w;
    box.x = Math.min(Math.max(box.x, 0), all.w - box.w);
    box.y = Math.min(Math.max(box.y, 0), all.h - box.h);
    world().setAttribute("viewBox", `${box.x} ${box.y} ${box.w} ${box.h}`);
    // Dots keep their size on the screen.
    const share = Math.max(0.18, box.w / all.w);
    for (const dot of place.querySelectorAll(".dot")) {
      dot.dataset.r ||= dot.getAttribute("r");
      dot.setAttribute("r", dot.dataset.r * share);
    }
  }
  function zoom(by, x, y) {
    const rim = world().getBoundingClientRect();
    const at = { x: box.x + (x - rim.left) / rim.width * box.w, y: box.y + (y - rim.top) / rim.height * box.h };
    const w = Math.min(Math.max(box.w * by, whole().w / 24), whole().w), share = w / box.w;
    box = { x: at.x - (at.x - box.x) * share, y: at.y - (at.y - box.y) * share, w, h: box.h * share };
    show();
  }
  function panel(address) {
    const query = asked();
    query.delete("state");
    htmx.ajax("GET", `${address}?${query}`, { target: "#panel", swap: "innerHTML" });
  }

  place.addEventListener("click", (event) => {
    const button = event.target.closest("[data-zoom]");
    if (button) {
      const rim = world().getBoundingClientRect(), middle = [rim.left + rim.width / 2, rim.top + rim.height / 2];
      if (button.dataset.zoom === "all") { box = whole(); show(); } else zoom(button.dataset.zoom === "in" ? 0.6 : 1 / 0.6, ...middle);
      return;
    }
    if (moved) { moved = false; return; }
    const arc = event.target.closest(".arc"), dot = event.target.closest(".dot");
    place.querySelectorAll(".lit").forEach((one) => one.classList.remove("lit"));
    if (dot) {
      panel(`/network/state/${encodeURIComponent(dot.dataset.state)}`);
      document.getElementById("state").value = dot.dataset.state;
      announce(true);
    } else if (arc) {
      arc.classList.add("lit");
      panel(`/network/evidence/${encodeURIComponent(arc.dataset.a)}/${encodeURIComponent(arc.dataset.b)}`);
    } else if (event.target.closest(".world") && document.getElementById("state").value) {
      document.getElementById("state").value = "";
      announce(true);
    }
  });
  place.addEventListener("wheel", (event) => {
    if (!event.target.closest(".world") || !(event.ctrlKey || box.w < whole().w || event.deltaY < 0)) return;
    event.preventDefault();
    zoom(event.deltaY < 0 ? 0.8 : 1.25, event.clientX, event.clientY);
  }, { passive: false });
  place.addEventListener("pointerdown", (event) => {
    if (event.target.closest(".world")) { held = { x: event.clientX, y: event.clientY, from: { ...box } }; moved = false; }
  });
  addEventListener("pointermove", (event) => {
    if (!held) return;
    const rim = world().getBoundingClientRect(), x = event.clientX - held.x, y = event.clientY - held.y;
    if (Math.hypot(x, y) < 4) return;
    moved = true;
    world().classList.add("moving");
    box = { ...held.from, x: held.from.x - x / rim.width * box.w, y: held.from.y - y / rim.height * box.h };
    show();
  });
  addEventListener("pointerup", () => { held = null; world().classList.remove("moving"); });

  box = whole();
  // The part of the page is another one after each change; the place that was looked at stays.
  document.addEventListener("htmx:afterSettle", (event) => { if (event.target === place) show(); });
})();
