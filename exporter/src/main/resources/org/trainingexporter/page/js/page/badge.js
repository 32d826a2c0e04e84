import { create } from "../base/dom.js";
import { icon } from "../base/icons.js";
import { STATES } from "../state/run-states.js";

/**
 * A run's state as icon and word, in its colour. One that ran when it was asked for, and may not run now, is grey.
 *
 * @param {Api.State} state
 * @param {boolean} [isThen] whether it is not asked for again
 */
export function badge(state, isThen = false) {
  const known = STATES[state] ?? { word: state ?? "Unknown", icon: "dot", means: "" };
  if (isThen && known.past) return create("span", { class: "badge" }, icon("dot"), known.past);
  return create("span", { class: "badge", "data-state": state, title: known.means }, icon(known.icon), known.word);
}

/**
 * Shows a run's state in an element, where it is another than before.
 *
 * @param {HTMLElement} element
 * @param {Api.State} state
 * @param {boolean} isThen
 */
export function showBadge(element, state, isThen) {
  const { dataset } = element;
  if (dataset.state === state && dataset.past === String(isThen)) return;
  dataset.state = state;
  dataset.past = String(isThen);
  element.replaceChildren(badge(state, isThen));
}
