import { create } from "../base/dom.js";
import { icon } from "../base/icons.js";
import { STATES } from "../state/run-states.js";

/**
 * A run's state as icon and word, in its colour.
 *
 * @param {Api.State} state
 */
export function badge(state) {
  const { word, icon: picture, means } = STATES[state] ?? { word: state ?? "Unknown", icon: "dot", means: "" };
  return create("span", { class: "badge", "data-state": state, title: means }, icon(picture), word);
}
