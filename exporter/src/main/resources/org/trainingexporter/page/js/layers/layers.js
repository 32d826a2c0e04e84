/**
 * @import { Model } from "../state/model.js"
 * @import { View } from "../state/view.js"
 */

import { byId, create, setText } from "../base/dom.js";
import { compact, integer, position } from "../base/format.js";
import { onThemeChange } from "../base/theme.js";
import { curvesByLayer } from "./curves-by-layer.js";
import { deadUnits } from "./dead-units.js";
import { epochs } from "./epochs.js";
import { HistogramFilm } from "./histogram-film.js";
import { layerTools } from "./layer-tools.js";
import { network } from "./network.js";
import { statisticsTable } from "./statistics-table.js";

/**
 * The section of layers: what they are, what flows through them, and how that changed.
 *
 * @param {Model} model
 * @param {View} view
 */
export function layers(model, view) {
  const section = byId("layers");
  const facts = create("p", { class: "facts" });
  const architecture = network(view);
  const curves = curvesByLayer(view);
  const units = deadUnits(view);
  const tools = layerTools(view);
  const film = new HistogramFilm(view);
  const table = statisticsTable(view);
  const byEpoch = epochs();
  section.append(
    create("div", { class: "section-head" }, create("h2", { id: "layers-title" }, "Layers"), facts),
    architecture.element,
    create("div", { class: "pair" }, curves.element, units.element),
    tools.element,
    film.element,
    table.element,
    byEpoch.element,
    create(
      "p",
      { class: "hint" },
      create("a", { href: "#plots" }, "The loss of each batch, and its moving average,"),
      " are in the plots above.",
    ),
  );

  const update = () => {
    const { layers: answer, history = null, stats } = model.parts;
    section.hidden = !stats?.layers || !answer || answer.layers.length === 0;
    if (section.hidden || !answer) return;
    setText(facts, factsOf(answer, history?.axis ?? "step"));
    for (const part of [tools, architecture, units, table]) part.show(answer);
    for (const part of [curves, film, byEpoch]) part.show(answer, history);
  };
  model.on(["layers", "history", "run"], update);
  view.on(["layer", "tensor"], update);
  onThemeChange(update);
}

/**
 * @param {Api.Layers} answer
 * @param {string} axis what the steps are called
 */
function factsOf({ model, layers: all, dropped }, axis) {
  const parameters = all.reduce((sum, one) => sum + (one.parameters ?? 0), 0);
  const newest = all
    .flatMap((one) => [one.weight?.step, one.gradient?.step, one.activation?.step])
    .reduce((/** @type {number} */ a, b) => Math.max(a, b ?? a), Number.NEGATIVE_INFINITY);
  const prone = all.filter((one) => one.dead_prone).length;
  return [
    model.name,
    `${integer(all.length)} ${all.length === 1 ? "layer" : "layers"}`,
    parameters > 0 ? `${compact(parameters)} parameters` : "",
    prone > 0 ? `${integer(prone)} dead-prone` : "",
    Number.isFinite(newest) ? `newest record at ${axis} ${position(newest)}` : "",
    dropped > 0 ? `${integer(dropped)} more are not shown` : "",
  ]
    .filter((text) => text !== "")
    .join(" · ");
}
