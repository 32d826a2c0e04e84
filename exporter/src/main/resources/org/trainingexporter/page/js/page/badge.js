/** @import { Stated } from "../state/run-states.js" */
import { create } from "../base/dom.js";
import { icon } from "../base/icons.js";
import { stateWords } from "../state/run-states.js";

/**
 * A run's state as icon and word, in its colour. One that ran when it was asked for, and may not run now, is grey.
 *
 * @param {Stated} run
 * @param {boolean} [isThen] whether it is not asked for again
 */
export function badge(run, isThen = false) {
  const { word, past, icon: name, means } = stateWords(run);
  if (isThen && past) return create("span", { class: "badge" }, icon("dot"), past);
  return create("span", { class: "badge", "data-state": run.state, title: means }, icon(name), word);
}

/**
 * Shows a run's state in an element, where it is another than before.
 *
 * @param {HTMLElement} element
 * @param {Stated} run
 * @param {boolean} isThen
 */
export function showBadge(element, run, isThen) {
  const { dataset } = element;
  const shown = [run.state, run.ending, isThen].join(" ");
  if (dataset.shown === shown) return;
  dataset.shown = shown;
  dataset.state = run.state;
  element.replaceChildren(badge(run, isThen));
}
