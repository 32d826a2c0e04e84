/**
 * @import { Refresher } from "../api/refresher.js"
 * @import { Model } from "../state/model.js"
 * @import { View } from "../state/view.js"
 * @import { Shortcut } from "./shortcuts.js"
 */
import { byId } from "../base/dom.js";

const SMOOTHER = 0.1;
const MOST = 0.99;

/**
 * The keys of the page of one run.
 *
 * @param {{ model: Model, view: View, refresher: Refresher }} context
 * @returns {Shortcut[]}
 */
export function pageKeys({ model, view, refresher }) {
  /** @param {number} by */
  const go = (by) => {
    const runs = model.runs?.runs.map(({ run }) => run) ?? [];
    const next = runs[runs.indexOf(model.run ?? "") + by];
    if (next !== undefined) view.set({ runs: [next], hidden: [], from: null, to: null }, { addToHistory: true });
  };
  /** @param {number} by */
  const smooth = (by) => {
    const next = Math.round((view.get("smooth") + by) * 100) / 100;
    view.set({ smooth: Math.min(MOST, Math.max(0, next)) });
  };
  const nextAxis = () => {
    const inputs = [...document.querySelectorAll("#x-axis label:not([hidden]) input")];
    const chosen = inputs.findIndex((input) => /** @type {HTMLInputElement} */ (input).checked);
    /** @type {HTMLElement | undefined} */ (inputs[(chosen + 1) % inputs.length])?.click();
  };
  return [
    { keys: "?", does: "these keys" },
    { keys: "j", does: "the next run", run: () => go(1) },
    { keys: "k", does: "the run before", run: () => go(-1) },
    { keys: "/", does: "search runs", run: searchRuns },
    { keys: "w", does: "the table of all runs", run: () => location.assign("runs") },
    { keys: "a", does: "add plots of other numbers", run: addPlots },
    { keys: "x", does: "the next x axis", run: nextAxis },
    { keys: "[", does: "less smoothing", run: () => smooth(-SMOOTHER) },
    { keys: "]", does: "more smoothing", run: () => smooth(SMOOTHER) },
    { keys: "c", does: "clip outliers, or not", run: () => view.set({ clip: !view.get("clip") }) },
    { keys: "z", does: "the whole x axis again", run: () => view.set({ from: null, to: null }) },
    { keys: "n", does: "a note and tags for this run", run: () => byId("edit-note").click() },
    { keys: "t", does: "the next theme", run: () => byId("theme").click() },
    { keys: "y", does: "copy a link to what is seen", run: () => byId("copy-link").click() },
    { keys: "r", does: "refresh now", run: () => void refresher.refresh() },
    { keys: "← →", does: "in a plot: walk along the curve; with Shift: move the visible part" },
    { keys: "+ − 0", does: "in a plot: zoom in, out, all" },
    { keys: "f", does: "in a plot: full screen" },
    { keys: "l", does: "in a plot: logarithmic scale, or not" },
    { keys: "p", does: "in a plot: pin it to the top, or not" },
    { keys: "Esc", does: "close what is open" },
  ];
}

function searchRuns() {
  const button = byId("runs-button");
  if (button.offsetParent !== null && button.getAttribute("aria-expanded") === "false") button.click();
  document.getElementById("run-search")?.focus();
}

function addPlots() {
  const picker = /** @type {HTMLDetailsElement} */ (byId("add-plot"));
  if (picker.hidden) return;
  picker.open = true;
  picker.scrollIntoView({ block: "center" });
  byId("number-search").focus();
}
