import { create } from "./dom.js";

/**
 * A row of choices of which one holds, with its name before it. No fieldset: browsers disagree on where its legend goes.
 *
 * @param {string} id
 * @param {string} name
 * @param {HTMLElement[]} labels each with its radio button
 */
export function segments(id, name, labels) {
  return create(
    "div",
    { class: "segments", id, role: "radiogroup", "aria-labelledby": `${id}-name` },
    create("strong", { id: `${id}-name` }, name),
    create("div", {}, ...labels),
  );
}
