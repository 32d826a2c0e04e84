/** @import { Model } from "../state/model.js" */
import { byId, create } from "../base/dom.js";
import { icon } from "../base/icons.js";

/** What each kind of warning says. @type {Record<string, string>} */
const WORDS = {
  diverged: "Diverged: the loss leapt up and stays there",
  overfitting: "Overfitting: the validation loss rises while the training loss falls",
  plateau: "Plateau: the loss no longer falls",
  exploding: "Exploding gradients in a layer",
  vanishing: "Vanishing gradients in a layer",
  dead: "Dead units in a layer",
};

/** @param {string} kind */
export function wordsOf(kind) {
  return WORDS[kind] ?? kind;
}

/**
 * The warnings that last, above the figures.
 *
 * @param {Model} model
 */
export function warnings(model) {
  const section = byId("warnings");
  let before = "";
  const show = () => {
    const active = model.parts.stats?.warnings_active ?? [];
    section.hidden = active.length === 0;
    if (String(active) === before) return;
    before = String(active);
    section.replaceChildren(
      ...active.map((kind) => create("li", { data: { warning: kind } }, icon("alert"), wordsOf(kind))),
    );
  };
  model.on(["stats", "run"], show);
}
