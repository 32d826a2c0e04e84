/**
 * @import { Model } from "../state/model.js"
 * @import { Notes, RunNote } from "../notes/notes.js"
 * @import { View } from "../state/view.js"
 */
import { byId, create, setAttribute, setChildren, setText } from "../base/dom.js";
import { number, percent, position } from "../base/format.js";
import { isRefreshOff } from "../state/refresh-mode.js";
import { showBadge } from "./badge.js";

/**
 * All runs, with search: a click shows a run, its box lays it over the plots.
 *
 * @param {Model} model
 * @param {View} view
 * @param {Notes} notes
 */
export function runList(model, view, notes) {
  const nav = byId("runs");
  const search = create("input", {
    type: "search",
    id: "run-search",
    placeholder: "Search runs",
    "aria-label": "Search runs",
    autocomplete: "off",
  });
  search.addEventListener("input", () => view.set({ find: search.value }));
  const list = create("ul", { class: "run-list" });
  const none = create("p", { class: "quiet", hidden: true }, "No run matches.");
  nav.append(create("h2", {}, "Runs"), create("a", { href: "runs", class: "hint" }, "as a table"), search, none, list);
  /** @type {Map<string, ReturnType<typeof itemOf>>} */
  const items = new Map();

  const update = () => {
    const runs = model.runs?.runs ?? [];
    const isThen = isRefreshOff(view, model.runs);
    nav.hidden = runs.length < 2;
    if (search.value !== view.get("find")) search.value = view.get("find");
    const found = runs.filter((entry) => matches(entry, notes.of(entry.run), view.get("find")));
    none.hidden = found.length > 0;
    const elements = found.map((entry) => {
      const item = items.get(entry.run) ?? itemOf(entry.run, model, view);
      items.set(entry.run, item);
      item.show(entry, notes.of(entry.run).tags, isThen);
      return item.element;
    });
    setChildren(list, elements);
  };
  model.on(["runs", "run"], update);
  view.on(["find", "runs", "refresh"], update);
  notes.on("changed", update);
}

/**
 * Whether every word stands in one of the run's names, its writer, its state, its note or its tags.
 *
 * @param {Api.Run} entry
 * @param {RunNote} own
 * @param {string} text
 */
function matches({ run, name, writer, state, ending }, { note, tags }, text) {
  const searched = `${run} ${name ?? ""} ${writer} ${state} ${ending ?? ""} ${note} ${tags.join(" ")}`.toLowerCase();
  const words = text.toLowerCase().split(/\s+/);
  return words.every((word) => searched.includes(word));
}

/**
 * @param {string} run
 * @param {Model} model
 * @param {View} view
 */
function itemOf(run, model, view) {
  const state = create("span", {});
  const facts = create("span", { class: "run-facts" });
  const tags = create("span", { class: "tags" });
  const show = () => view.set({ runs: [run], hidden: [], from: null, to: null }, { addToHistory: true });
  const name = create("button", { type: "button", class: "run-name", on: { click: show } }, run);
  const box = create("input", {
    type: "checkbox",
    "aria-label": `Compare with ${run}`,
    title: "Compare in the plots",
  });
  box.addEventListener("change", () => layOver(run, box.checked, model, view));
  const element = create(
    "li",
    { data: { run } },
    box,
    create("div", {}, name, create("span", { class: "run-state" }, state, facts), tags),
  );
  /**
   * @param {Api.Run} entry
   * @param {string[]} own
   * @param {boolean} isThen
   */
  const update = (entry, own, isThen) => {
    const isShown = model.run === run;
    setAttribute(element, "aria-current", isShown ? "true" : null);
    setAttribute(box, "disabled", isShown);
    box.checked = model.runsInPlots().includes(run);
    setAttribute(name, "title", entry.name);
    showBadge(state, entry, isThen);
    setText(facts, factsOf(entry));
    if (tags.textContent !== own.join("")) tags.replaceChildren(...own.map((tag) => create("span", {}, tag)));
  };
  return { element, show: update };
}

/** @param {Api.Run} entry */
function factsOf(entry) {
  const where = positionOf(entry);
  if (entry.loss !== null) return `${where} · loss ${number(entry.loss)}`;
  return entry.reward === null ? where : `${where} · reward ${number(entry.reward)}`;
}

/** @param {Api.Run} entry */
function positionOf({ progress, step, epoch }) {
  if (progress !== null) return percent(progress);
  return step !== null ? `step ${position(step)}` : `epoch ${position(epoch)}`;
}

/**
 * @param {string} run
 * @param {boolean} wanted
 * @param {Model} model
 * @param {View} view
 */
function layOver(run, wanted, model, view) {
  const [shown, ...others] = model.runsInPlots();
  const rest = others.filter((one) => one !== run);
  const hidden = view.get("hidden").filter((one) => one !== run);
  view.set({ runs: [shown, ...rest, ...(wanted ? [run] : [])], hidden }, { addToHistory: true });
}
