import { byId, create, setAttribute, setChildren } from "../base/dom.js";
import { number, percent, position } from "../base/format.js";
import { badge } from "../state/words.js";

/** All runs, with search: a click looks at a run, its tick lays it over the plots. */
export function runList(model, view) {
  const nav = byId("runs");
  const search = create("input", {
    type: "search",
    id: "run-search",
    placeholder: "Search runs",
    "aria-label": "Search runs",
    autocomplete: "off",
    on: { input: () => view.set({ find: search.value }) },
  });
  const list = create("ul", { class: "run-list" });
  const none = create("p", { class: "quiet", hidden: true }, "No run has a name like this.");
  nav.append(create("h2", {}, "Runs"), search, none, list);
  const made = new Map();

  const follow = () => {
    const runs = model.runs?.runs ?? [];
    nav.hidden = runs.length < 2;
    if (search.value !== view.get("find")) search.value = view.get("find");
    const words = view.get("find").toLowerCase().split(/\s+/);
    const found = runs.filter((one) =>
      words.every((word) => `${one.run} ${one.writer} ${one.state}`.toLowerCase().includes(word)),
    );
    none.hidden = found.length > 0;
    const items = found.map((one) => {
      if (!made.has(one.run)) made.set(one.run, item(one.run, model, view));
      made.get(one.run).show(one);
      return made.get(one.run).element;
    });
    setChildren(list, items);
  };
  model.on("runs run", follow);
  view.on("find runs", follow);
}

function item(run, model, view) {
  const state = create("span", {});
  const facts = create("span", { class: "run-facts" });
  const look = create(
    "button",
    {
      type: "button",
      class: "run-name",
      on: { click: () => view.set({ runs: [run], hidden: [], from: null, to: null }, { step: true }) },
    },
    run,
  );
  const tick = create("input", {
    type: "checkbox",
    "aria-label": `Lay ${run} over the plots`,
    title: "Lay over the plots",
    on: { change: () => lay(run, tick.checked, model, view) },
  });
  const element = create(
    "li",
    { data: { run } },
    tick,
    create("div", {}, look, create("span", { class: "run-state" }, state, facts)),
  );
  const show = (entry) => {
    const main = model.run === run;
    setAttribute(element, "aria-current", main ? "true" : null);
    setAttribute(tick, "disabled", main);
    tick.checked = model.shown().includes(run);
    if (state.dataset.state !== entry.state) state.replaceChildren(badge(entry.state));
    state.dataset.state = entry.state;
    facts.textContent = factsOf(entry);
  };
  return { element, show };
}

function factsOf(entry) {
  const where =
    entry.progress !== null
      ? percent(entry.progress)
      : entry.step !== null
        ? `step ${position(entry.step)}`
        : `epoch ${position(entry.epoch)}`;
  return entry.loss === null ? where : `${where} · loss ${number(entry.loss)}`;
}

function lay(run, wanted, model, view) {
  const others = model
    .shown()
    .slice(1)
    .filter((one) => one !== run);
  const hidden = view.get("hidden").filter((one) => one !== run);
  view.set({ runs: [model.run, ...others, ...(wanted ? [run] : [])], hidden }, { step: true });
}
