// Shows a grid made in Python and tells Python what was chosen: by click, Enter or Space, by drag and drop, or by M and Enter.
const GRID = new WeakMap(); // element → { html, held }

const elements = (box) => [...box.querySelectorAll("[data-key], [data-open]")];

export default function ({ data, parentElement, setTriggerValue }) {
  const box = parentElement.querySelector(".kehou-scroll");
  const said = parentElement.querySelector(".kehou-said span");
  const state = GRID.get(box) ?? { html: null, held: null, at: null };
  GRID.set(box, state);

  if (state.html !== data.html) {
    const had = box.contains(document.activeElement) || box.contains(parentElement.activeElement ?? null);
    box.innerHTML = data.html; // made by ui/week from escaped names
    state.html = data.html;
    state.held = null;
    const again = state.at && box.querySelector(`[data-key="${CSS.escape(state.at)}"]`);
    const first = again ?? elements(box)[0];
    if (first) first.tabIndex = 0;
    if (had && again) again.focus({ preventScroll: true });
  }
  parentElement.querySelector(".kehou-above").innerHTML = data.above;
  box.style.maxHeight = data.height ?? "";
  said.textContent = data.hint;
  parentElement.querySelector(".kehou-said span + span").textContent = data.foot;

  const chosen = new Set(data.chosen), found = new Set(data.found ?? []);
  box.classList.toggle("seeking", data.found !== null);
  for (const element of box.querySelectorAll("[data-key]")) {
    const is = chosen.has(element.dataset.key);
    element.classList.toggle("chosen", is);
    element.setAttribute("aria-pressed", is);
    element.classList.toggle("found", found.has(element.dataset.key));
  }
  if (data.found?.length && state.sought !== data.found.join()) {
    box.querySelector(".found")?.scrollIntoView({ block: "nearest", inline: "center" });
  }
  state.sought = data.found?.join();

  const send = (action, more) => setTriggerValue("acted", { action, ...more, at: Date.now() });
  const hold = (element) => {
    box.querySelectorAll(".held").forEach((e) => e.classList.remove("held"));
    state.held = element?.dataset.key ?? null;
    element?.classList.add("held");
    said.textContent = element ? data.holding.replace("{}", element.querySelector("b")?.textContent ?? "") : data.hint;
  };
  const drop = (target) => {
    const cell = target.closest("td"), key = target.closest("[data-key]")?.dataset.key ?? null;
    const from = state.held;
    hold(null);
    if (!from || !cell?.dataset.slot || key === from) return;
    send("drop", { key: from, onto: key, slot: cell.dataset.slot, school_class: cell.dataset.class ?? null });
  };
  const open = (element) => {
    if (state.held && data.editable) return drop(element);
    if (element.dataset.open) return send("open", { what: element.dataset.open });
    state.at = element.dataset.key;
    send("choose", { key: element.dataset.key });
  };

  box.onclick = (event) => {
    const element = event.target.closest("[data-key], [data-open]");
    if (element) open(element);
    else if (state.held) drop(event.target);
  };
  box.onkeydown = (event) => {
    const element = event.target.closest("[data-key], [data-open]");
    if (!element) return;
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (event.key === "Enter" || event.key === " ") open(element);
    else if (event.key.toLowerCase() === "m" && data.editable && element.dataset.key) hold(element);
    else if (event.key === "Escape" && state.held) hold(null);
    else if (step) focusOn(nearest(element, step));
    else return;
    event.preventDefault();
  };
  const focusOn = (element) => {
    if (!element) return;
    box.querySelectorAll("[tabindex='0']").forEach((e) => (e.tabIndex = -1));
    element.tabIndex = 0;
    state.at = element.dataset.key ?? null;
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  // The nearest in that direction: whatever is level with it before all else, so that a row is followed to its end.
  const nearest = (from, [dx, dy]) => {
    const r = from.getBoundingClientRect();
    let best = null, least = Infinity;
    for (const element of elements(box)) {
      if (element === from) continue;
      const e = element.getBoundingClientRect();
      const along = dx ? dx * (e.left + e.right - r.left - r.right) / 2 : dy * (e.top + e.bottom - r.top - r.bottom) / 2;
      const level = dx ? Math.min(e.bottom, r.bottom) - Math.max(e.top, r.top)
        : Math.min(e.right, r.right) - Math.max(e.left, r.left);
      const off = Math.abs(dx ? e.top - r.top : e.left - r.left);
      const far = along + off / 4 + (level > 3 ? 0 : 1e5);
      if (along > 1 && far < least) [best, least] = [element, far];
    }
    return best;
  };

  box.ondragstart = (event) => {
    const element = event.target.closest?.("[data-key]");
    if (!element || !data.editable) return event.preventDefault();
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", element.title);
    hold(element);
  };
  const aim = (element) => {
    box.querySelectorAll(".target").forEach((e) => e.classList.remove("target"));
    element?.classList.add("target");
  };
  box.ondragover = (event) => {
    const target = event.target.closest?.("[data-key]") ?? event.target.closest?.("td[data-slot]");
    if (!state.held || !target) return;
    event.preventDefault();
    aim(target);
  };
  box.ondragleave = (event) => { if (event.target === box) aim(null); };
  box.ondrop = (event) => { event.preventDefault(); aim(null); drop(event.target); };
  box.ondragend = () => { aim(null); if (state.held) hold(null); };
}
