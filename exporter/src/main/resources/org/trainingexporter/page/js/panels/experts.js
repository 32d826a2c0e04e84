/** @import { Model } from "../state/model.js" */

import { byId, create, setText, setValue } from "../base/dom.js";
import { number, percent } from "../base/format.js";
import { onThemeChange } from "../base/theme.js";
import { ExpertMatrix } from "./expert-matrix.js";

const HEADS = ["Layer", "Dead", "Imbalance", "Busiest expert", "Its share"];

/**
 * How the router shares its tokens: a matrix of layers and experts, and the same as a table.
 *
 * @param {Model} model
 */
export function experts(model) {
  const section = byId("experts");
  const note = create("p", { class: "quiet", id: "experts-note" });
  const named = create("p", { class: "matrix-named", "aria-live": "off" });
  const canvas = create("canvas", {
    role: "img",
    "aria-labelledby": "experts-title",
    "aria-describedby": "experts-note",
  });
  const body = create("tbody");
  const heads = HEADS.map((word, i) => create("th", { scope: "col", class: i > 0 ? "figure" : null }, word));
  const table = create(
    "table",
    { "aria-labelledby": "experts-title" },
    create("thead", {}, create("tr", {}, ...heads)),
    body,
  );
  section.append(
    create("h2", { id: "experts-title" }, "Experts"),
    note,
    scale(),
    create("div", { class: "matrix" }, canvas),
    named,
    create("details", {}, create("summary", {}, "As a table"), table),
  );
  const matrix = new ExpertMatrix(canvas, (cell) => {
    setText(named, cell ? nameOf(cell.layer, cell.index) : "Point at a cell to see its share.");
  });

  const update = () => {
    const layers = model.parts.experts?.layers ?? [];
    section.hidden = layers.length === 0;
    if (layers.length === 0) return;
    const dead = layers.reduce((sum, layer) => sum + (layer.dead ?? 0), 0);
    const worst = layers.reduce((a, b) => (b.imbalance > a.imbalance ? b : a));
    setText(
      note,
      `${layers.length} layers of ${layers[0].experts.length} experts; ${dead === 0 ? "none" : dead} dead; least balanced: layer ${worst.layer}, whose busiest expert has ${number(worst.imbalance)} times the mean load.`,
    );
    matrix.draw(layers);
    body.replaceChildren(...layers.map(rowOf));
  };
  model.on(["experts", "run"], update);
  onThemeChange(update);
}

/**
 * @param {Api.ExpertLayer} layer
 * @param {number} index of the expert
 */
function nameOf(layer, index) {
  const share = layer.load[index];
  const times = share * layer.load.length;
  const said = share === 0 ? "dead" : `${percent(share, 2)}, ${number(times)} times an even share`;
  return `Layer ${layer.layer}, expert ${layer.experts[index]}: ${said}`;
}

/** @param {Api.ExpertLayer} layer */
function rowOf(layer) {
  const busiest = layer.load.indexOf(Math.max(...layer.load));
  /** @type {[raw: string | number | null, text: string][]} */
  const cells = [
    [layer.dead, number(layer.dead)],
    [layer.imbalance, number(layer.imbalance)],
    [layer.experts[busiest], layer.experts[busiest]],
    [layer.load[busiest], percent(layer.load[busiest], 2)],
  ];
  return create(
    "tr",
    { data: { layer: layer.layer } },
    create("th", { scope: "row" }, layer.layer),
    ...cells.map(([raw, text]) => {
      const cell = create("td", { class: "figure" });
      setValue(cell, raw, text);
      return cell;
    }),
  );
}

/** What the colours of the matrix mean. */
function scale() {
  return create(
    "div",
    { class: "matrix-scale", "aria-hidden": "true" },
    create("span", { class: "dead-sign" }),
    "dead",
    create("span", {}, "0"),
    create("span", { class: "ramp" }),
    create("span", {}, "3 times an even share"),
  );
}
