// The reader: one statement at a time is marked in the text, with what its words are to it.
"use strict";

(() => {
  const list = document.querySelector(".statements");
  let current = null;

  function card(number) { return document.getElementById("s" + number); }

  // A piece of the text says what it is to which statements: data-in="3.evidence 3.participant.1".
  function mark(number) {
    for (const piece of document.querySelectorAll("#text .shown")) {
      piece.className = piece.className.replace(/ ?\b(shown|part-\w+)\b/g, "");
      piece.removeAttribute("data-role");
    }
    if (number === null) return;
    const named = new Set();
    for (const piece of document.querySelectorAll("#text [data-in]")) {
      for (const told of piece.dataset.in.split(" ")) {
        const [of, part, which] = told.split(".");
        if (of !== String(number)) continue;
        piece.classList.add("shown", "part-" + part);
        if ((part !== "participant" && part !== "speaker") || named.has(told)) continue;
        named.add(told);
        const role = part === "participant" ? card(number)?.querySelector(`[data-party="${which}"]`)?.dataset.role : list?.dataset.says;
        if (role) piece.dataset.role = piece.dataset.role ? `${piece.dataset.role}, ${role}` : role;
      }
    }
  }
  function choose(number, from) {
    current = number;
    for (const one of document.querySelectorAll(".statement")) one.classList.toggle("chosen", one.dataset.number === String(number));
    mark(number);
    if (from === "text") card(number)?.scrollIntoView({ block: "nearest" });
    if (from === "list") document.querySelector("#text .shown")?.scrollIntoView({ block: "nearest" });
  }

  document.addEventListener("chosen", (event) => {
    if (event.target.matches(".statement")) choose(Number(event.target.dataset.number), "list");
  });
  for (const type of ["mouseover", "focusin"]) {
    document.addEventListener(type, (event) => {
      const within = event.target.closest?.(".statement, [data-shows]");
      if (within) mark(Number(within.dataset.number || within.dataset.shows));
      else if (type === "mouseover") mark(current);
    });
  }
  document.addEventListener("click", (event) => {
    const words = event.target.closest("[data-shows]");
    if (words) { event.preventDefault(); choose(Number(words.dataset.shows), words.closest("#text") ? "text" : "list"); return; }
    const own = event.target.closest(".statement");
    if (own && !event.target.closest("a, button, input, summary, select, textarea")) choose(Number(own.dataset.number), "list");
    const leave = event.target.closest(".statement [data-cancel]");
    if (leave) { event.preventDefault(); location.hash = own.id; location.reload(); }
  });
  document.addEventListener("toggle", (event) => {
    if (event.target.matches?.(".asks[open]")) event.target.querySelector("input:not([type=hidden])")?.focus();
  }, true);
  document.addEventListener("htmx:afterSettle", (event) => {
    const form = event.target.querySelector?.(".correction");
    if (form) form.querySelector("select").focus();
    if (current !== null) choose(current);
    if (!form && current !== null && document.activeElement === document.body) card(current)?.focus({ preventScroll: true });
  });

  // What stands beside the text: the statements, or the brief, which is written when it is first asked for.
  const buttons = [...document.querySelectorAll("[data-beside]")];
  function beside(name) {
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.beside === name));
    for (const other of ["statements", "brief"]) document.getElementById("beside-" + other).hidden = other !== name;
    const unread = document.querySelector(`#beside-${name} [hx-trigger="show"]:not([data-asked])`);
    if (unread) { unread.dataset.asked = "yes"; unread.dispatchEvent(new Event("show")); }
  }
  for (const button of buttons) {
    button.hidden = false;
    button.addEventListener("click", () => beside(button.dataset.beside));
  }
  const named = /^#s(\d+)$/.exec(location.hash) || (/^#statement-/.test(location.hash) && [0, document.querySelector(location.hash)?.closest(".statement")?.dataset.number]);
  if (named && named[1]) choose(Number(named[1]), "list");
})();
