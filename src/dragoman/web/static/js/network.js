// The network in WebGL: one list is read, the browser works out what stands in a year. The table and the panel beside it
// say the same without it.
"use strict";

(function () {
  const place = document.getElementById("network");
  if (!place) return;
  const words = JSON.parse(place.dataset.words), OPEN = Number(place.dataset.open);
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let outline, graph, renderer, sizes = new Float64Array(0), near = null, colours = {}, focus = "";
  // Without a graphics card wide lines that can be clicked take a quarter of a second: while the network moves or plays they
  // are drawn as hairlines, but for the strongest, and none can be clicked.
  const REST = 600, STRONG = 4;
  let busy = false, calming = 0;

  function fill(text, slots) {
    return text.replace(/\{(\w+)\}/g, (_, name) => slots[name]);
  }
  function webgl() {
    const canvas = document.createElement("canvas");
    return Boolean(canvas.getContext("webgl2") || canvas.getContext("webgl"));
  }
  function instead(said) {
    place.hidden = true;
    document.querySelector(".instead").hidden = false;
    if (said) document.getElementById("summary").textContent = said;
  }

  function paint() {
    const style = getComputedStyle(document.documentElement);
    const of = (name) => style.getPropertyValue(name).trim();
    colours = { ink: of("--ink"), soft: of("--soft"), line: of("--line"), card: of("--card"), dot: of("--accent"), near: of("--focus") };
  }

  // Spans as columns, and for each pair the number of its layers that stand; worked out anew for each year.
  function read(told) {
    outline = told;
    const count = told.spans.length / 5, pairs = told.ends.length / 2;
    const span = (at) => Int32Array.from({ length: count }, (_, row) => told.spans[row * 5 + at]);
    Object.assign(outline, { pair: span(0), layer: span(1), first: span(2), last: span(3), kinds: new Uint8Array(pairs), degree: new Uint16Array(told.states.length) });
    graph = new graphology.UndirectedGraph();
    told.states.forEach(([code, name, x, y]) => graph.addNode(code, { label: name, x, y, size: 3 }));
    for (let pair = 0; pair < pairs; pair++) {
      graph.addEdgeWithKey(String(pair), told.states[told.ends[2 * pair]][0], told.states[told.ends[2 * pair + 1]][0], { pair, size: 1 });
    }
  }
  function standing() {
    const now = Number(year.value), on = new Uint8Array(outline.layers.length);
    chosenLayers().forEach((name) => { on[outline.layers.indexOf(name)] = 1; });
    const { pair, layer, first, last, kinds, degree, ends } = outline;
    kinds.fill(0); degree.fill(0);
    let before = -1;
    for (let row = 0; row < pair.length; row++) {
      if (!on[layer[row]] || first[row] > now || (last[row] !== OPEN && last[row] < now)) continue;
      const key = pair[row] * 64 + layer[row];
      if (key !== before) kinds[pair[row]]++;
      before = key;
    }
    let pairs = 0;
    for (let at = 0; at < kinds.length; at++) if (kinds[at]) { pairs++; degree[ends[2 * at]]++; degree[ends[2 * at + 1]]++; }
    return { pairs, states: degree.reduce((sum, one) => sum + (one > 0), 0) };
  }

  // What the size of a state says, from 0 to 1. Ways and neighbours of neighbours are worked out when the year rests.
  function measured(by) {
    const values = new Float64Array(outline.states.length);
    if (by === "partners") values.set(outline.degree);
    else if (by === "layers") {
      outline.kinds.forEach((kinds, at) => { values[outline.ends[2 * at]] += kinds; values[outline.ends[2 * at + 1]] += kinds; });
    } else {
      const drawn = new graphology.UndirectedGraph();
      outline.states.forEach(([code], at) => { if (outline.degree[at]) drawn.addNode(code); });
      outline.kinds.forEach((kinds, at) => { if (kinds) drawn.addEdge(outline.states[outline.ends[2 * at]][0], outline.states[outline.ends[2 * at + 1]][0], { weight: kinds }); });
      let found = {};
      try {
        const centrality = graphologyLibrary.metrics.centrality;
        found = by === "betweenness" ? centrality.betweenness(drawn, { getEdgeWeight: null }) : centrality.eigenvector(drawn, { maxIterations: 500, tolerance: 1e-4 });
      } catch { /* eigenvectors of a network that falls apart may not settle: all are drawn alike */ }
      outline.states.forEach(([code], at) => { values[at] = found[code] || 0; });
    }
    const most = Math.max(...values) || 1;
    return values.map((value) => value / most);
  }

  function stir() {
    clearTimeout(calming);
    calming = setTimeout(() => { busy = false; renderer.refresh({ skipIndexation: true }); }, REST);
    if (busy) return false;
    busy = true;
    return true;
  }
  function settle(still) {
    if (still) { clearTimeout(calming); busy = false; } else stir();
    const found = standing(), by = document.getElementById("by").value;
    if (still || by === "partners" || by === "layers") sizes = measured(by);
    around();
    renderer.refresh({ skipIndexation: true });
    const told = near ? fill(words.around, { name: graph.getNodeAttribute(focus, "label"), n: near.size - 1 }) + " · " : "";
    const left = outline.left_out ? " " + fill(words.left, { drawn: outline.kinds.length, left: outline.left_out }) : "";
    if (still) document.getElementById("summary").textContent = told + fill(words.summary, { year: year.value, ...found }) + "." + left;
  }
  function around() {
    const named = document.getElementById("state").value.trim();
    focus = graph.hasNode(named) ? named : (outline.states.find(([code, name]) => name.toLowerCase() === named.toLowerCase() || code === named.toUpperCase()) || [""])[0];
    near = null;
    if (!focus) return;
    near = new Set([focus]);
    outline.kinds.forEach((kinds, at) => {
      if (!kinds) return;
      const a = outline.states[outline.ends[2 * at]][0], b = outline.states[outline.ends[2 * at + 1]][0];
      if (a === focus) near.add(b); else if (b === focus) near.add(a);
    });
  }

  function drawn() {
    // Small windows have small dots.
    const scale = Math.min(1, 0.45 + place.clientWidth / 1500);
    const index = new Map(outline.states.map(([code], at) => [code, at]));
    const { EdgeLineProgram, EdgeRectangleProgram } = Sigma.rendering;
    const unclicked = (program) => class extends program { constructor(gl, picking, made) { super(gl, null, made); } };
    renderer = new Sigma(graph, place, {
      edgeProgramClasses: { thin: unclicked(EdgeLineProgram), thick: unclicked(EdgeRectangleProgram) },
      allowInvalidContainer: true, enableEdgeEvents: true, labelDensity: 1.2, labelGridCellSize: 75, labelRenderedSizeThreshold: 3.5, hideEdgesOnMove: false, zIndex: true,
      labelFont: getComputedStyle(document.body).fontFamily, labelSize: 12, minEdgeThickness: 0.4, stagePadding: 40,
      defaultDrawNodeLabel: name, defaultDrawNodeHover: hover,
      nodeReducer(node, data) {
        const at = index.get(node), there = outline.degree[at] > 0, far = near && !near.has(node);
        return { ...data, hidden: !there && node !== focus, size: (2 + 9 * (sizes[at] || 0)) * scale, color: far ? colours.line : node === focus ? colours.near : colours.dot,
          label: far ? "" : data.label, forceLabel: node === focus || Boolean(near && near.size < 30 && !far), zIndex: far ? 0 : 1 };
      },
      edgeReducer(edge, data) {
        const kinds = outline.kinds[data.pair];
        if (!kinds) return { ...data, hidden: true };
        const touches = focus && graph.hasExtremity(edge, focus);
        if (near && !touches) return { ...data, hidden: true };
        return { ...data, type: !busy ? "line" : kinds < STRONG ? "thin" : "thick", size: 0.4 + 0.7 * kinds, color: touches ? colours.near : colours.line, zIndex: touches ? 1 : 0 };
      },
    });
    renderer.setCustomBBox(box());
    renderer.getCamera().on("updated", () => { if (stir()) renderer.refresh({ skipIndexation: true, schedule: true }); });
    renderer.on("clickNode", ({ node }) => { choose(node); panel(`/network/state/${encodeURIComponent(node)}`); });
    renderer.on("clickEdge", ({ edge }) => panel(`/network/evidence/${graph.extremities(edge).map(encodeURIComponent).join("/")}`));
    renderer.on("clickStage", () => { if (focus) choose(""); });
    for (const over of ["enterNode", "enterEdge"]) renderer.on(over, () => { place.style.cursor = "pointer"; });
    for (const out of ["leaveNode", "leaveEdge"]) renderer.on(out, () => { place.style.cursor = ""; });
    place.dataset.ready = "yes";
    document.dispatchEvent(new CustomEvent("drawn", { detail: { renderer, graph } }));
  }
  // The window is filled by those who have a tie at first; states that are no more lie outside, one can go there.
  function box() {
    const there = outline.states.filter((_, at) => outline.degree[at]), all = there.length ? there : outline.states;
    const span = (axis) => [Math.min(...all.map((one) => one[axis])), Math.max(...all.map((one) => one[axis]))];
    return { x: span(2), y: span(3) };
  }
  // A name is read on dots and lines alike: it has an edge in the colour of the paper.
  function name(context, data, settings) {
    if (!data.label) return;
    context.font = `${settings.labelSize}px ${settings.labelFont}`;
    context.lineJoin = "round";
    context.lineWidth = 4;
    context.strokeStyle = colours.card;
    context.fillStyle = colours.ink;
    const x = data.x + data.size + 2, y = data.y + settings.labelSize / 3;
    context.strokeText(data.label, x, y);
    context.fillText(data.label, x, y);
  }
  // The name under the pointer, in the colours of the page.
  function hover(context, data, settings) {
    context.font = `600 ${settings.labelSize + 1}px ${settings.labelFont}`;
    const wide = context.measureText(data.label).width;
    context.fillStyle = colours.card;
    context.strokeStyle = colours.ink;
    context.beginPath();
    context.rect(data.x + data.size + 2, data.y - 11, wide + 10, 22);
    context.fill();
    context.stroke();
    context.fillStyle = colours.ink;
    context.fillText(data.label, data.x + data.size + 7, data.y + 4);
  }
  function choose(code) {
    document.getElementById("state").value = code;
    announce(true);
  }
  function panel(address) {
    const query = asked();
    query.delete("state");
    htmx.ajax("GET", `${address}?${query}`, { target: "#panel", swap: "innerHTML" });
  }

  function keys(event) {
    const camera = renderer.getCamera(), step = 0.08 * camera.ratio, state = camera.getState();
    const quick = { duration: calm.matches ? 0 : 150 };
    const moves = {
      ArrowLeft: { x: state.x - step }, ArrowRight: { x: state.x + step }, ArrowUp: { y: state.y + step }, ArrowDown: { y: state.y - step },
      "+": { ratio: state.ratio / 1.4 }, "=": { ratio: state.ratio / 1.4 }, "-": { ratio: state.ratio * 1.4 },
    };
    if (moves[event.key]) camera.animate(moves[event.key], quick);
    else if (event.key === "Escape") { camera.animatedReset(quick); choose(""); }
    else if (event.key === " ") document.getElementById("play").click();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  // The scripts that draw ask for WebGL as soon as they are there.
  function loaded(address) {
    return new Promise((done, failed) => {
      const script = document.createElement("script");
      Object.assign(script, { src: address, onload: done, onerror: failed });
      document.head.append(script);
    });
  }

  async function begin() {
    if (!webgl()) { instead(); return; }
    for (const address of place.dataset.scripts.trim().split(" ")) await loaded(address);
    const language = document.documentElement.lang;
    const answer = await fetch(`${place.dataset.outline}?lang=${language}`);
    if (!answer.ok) throw new Error(String(answer.status));
    read(await answer.json());
    place.querySelector(".wait").remove();
    paint();
    standing();
    drawn();
    settle(true);
    place.addEventListener("keydown", keys);
    document.addEventListener("looking", (event) => settle(event.detail.still));
    const again = () => { paint(); renderer.refresh(); };
    new MutationObserver(again).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
  }
  begin().catch(() => instead(words.failed));
})();
