/** @import { View } from "../state/view.js" */
import { create, setAttribute, setChildren, setText, setValue } from "../base/dom.js";
import { integer, number, percent, position } from "../base/format.js";
import { chosenLayer, TENSORS } from "./chosen-layer.js";

/**
 * @typedef {object} Column
 * @property {string} key
 * @property {string} title
 * @property {(value: number | null) => string} format
 * @property {(layer: Api.Layer, tensor: Api.Tensor) => number | null} read
 * @property {boolean} isStatistic whether it says something about the tensor's values
 */

/** @type {Column[]} */
const COLUMNS = [
  {
    key: "parameters",
    title: "Parameters",
    format: integer,
    read: (layer) => layer.parameters,
    isStatistic: false,
  },
  { ...statistic("step", "Step", position), isStatistic: false },
  statistic("mean", "Mean"),
  statistic("std", "Deviation"),
  statistic("min", "Least"),
  statistic("max", "Largest"),
  statistic("norm", "Norm"),
  statistic("near_zero", "Near zero", percent),
  statistic("zero_units", "Dead units", percent),
];

/**
 * @param {Exclude<keyof Api.Statistics, "histogram">} key
 * @param {string} title
 * @param {(value: number | null) => string} format
 * @returns {Column}
 */
function statistic(key, title, format = (value) => number(value)) {
  return { key, title, format, read: (layer, tensor) => layer[tensor]?.[key] ?? null, isStatistic: true };
}

/**
 * The newest statistics of each layer's tensor. A column that no layer fills is left out.
 *
 * @param {View} view
 */
export function statisticsTable(view) {
  const heading = create("h3", { id: "layer-table-title" });
  const body = create("tbody");
  const heads = COLUMNS.map(({ title }) => create("th", { scope: "col", class: "figure" }, title));
  const table = create(
    "table",
    { "aria-labelledby": "layer-table-title" },
    create("thead", {}, create("tr", {}, create("th", { scope: "col" }, "Layer"), ...heads)),
    body,
  );
  const element = create(
    "section",
    { class: "panel", id: "layer-table", "aria-labelledby": "layer-table-title" },
    heading,
    create("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Statistics of layers" }, table),
  );
  /** @type {Map<string, ReturnType<typeof rowOf>>} */
  const rows = new Map();

  /** @param {Api.Layers} answer */
  const show = ({ layers }) => {
    const tensor = view.get("tensor");
    const chosen = chosenLayer(layers, view)?.layer;
    const filled = COLUMNS.map(({ read }) => layers.some((layer) => read(layer, tensor) !== null));
    for (const [i, head] of heads.entries()) head.hidden = !filled[i];
    setText(heading, `Statistics of the ${TENSORS[tensor].toLowerCase()}`);
    element.hidden = !COLUMNS.some(({ isStatistic }, i) => isStatistic && filled[i]);
    const known = layers.filter((layer) => layer[tensor] !== null);
    const elements = known.map((layer) => {
      const row = rows.get(layer.layer) ?? rowOf(layer.layer, view);
      rows.set(layer.layer, row);
      row.show(layer, tensor, filled, layer.layer === chosen);
      return row.element;
    });
    setChildren(body, elements);
  };
  return { element, show };
}

/**
 * @param {string} name
 * @param {View} view
 */
function rowOf(name, view) {
  const kind = create("span", { class: "facts" });
  const flag = create(
    "span",
    { class: "flag", title: "more than a tenth of its weights are near zero, or all are alike", hidden: true },
    "dead-prone",
  );
  const cells = COLUMNS.map(({ key }) => create("td", { class: "figure", data: { value: key } }));
  const click = () => view.set({ layer: name });
  const button = create("button", { type: "button", class: "run-name", on: { click } }, name);
  const element = create("tr", { data: { layer: name } }, create("th", { scope: "row" }, button, kind, flag), ...cells);
  /**
   * @param {Api.Layer} layer
   * @param {Api.Tensor} tensor
   * @param {boolean[]} filled which columns are shown
   * @param {boolean} isChosen
   */
  const show = (layer, tensor, filled, isChosen) => {
    setText(kind, [layer.kind, layer.shape].filter((text) => text !== "").join(" · "));
    flag.hidden = !layer.dead_prone;
    setAttribute(element, "aria-current", isChosen ? "true" : null);
    for (const [i, { format, read }] of COLUMNS.entries()) {
      const value = read(layer, tensor);
      cells[i].hidden = !filled[i];
      setValue(cells[i], value, format(value));
    }
  };
  return { element, show };
}
