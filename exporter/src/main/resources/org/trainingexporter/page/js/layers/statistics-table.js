import { arrange, attribute, figure, h, write } from "../base/dom.js";
import { number, percent, position, whole } from "../base/format.js";
import { chosenLayer, TENSORS } from "./chosen-layer.js";

const COLUMNS = [
  ["parameters", "Parameters", whole, (layer) => layer.parameters],
  ["step", "Step", position],
  ["mean", "Mean", number],
  ["std", "Deviation", number],
  ["min", "Least", number],
  ["max", "Largest", number],
  ["norm", "Norm", number],
  ["near_zero", "Near zero", percent],
  ["zero_units", "Dead units", percent],
].map(([key, word, as, of]) => ({ key, word, as, of: of ?? ((layer, tensor) => layer[tensor]?.[key] ?? null) }));

const FACTS = 2; // columns that are no statistic

/** The newest statistics of each layer's tensor. A column that no layer fills is left out. */
export function layerTable(view) {
  const title = h("h3", { id: "layer-table-title" });
  const body = h("tbody");
  const heads = COLUMNS.map(({ word }) => h("th", { scope: "col", class: "figure" }, word));
  const table = h(
    "table",
    { "aria-labelledby": "layer-table-title" },
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Layer"), ...heads)),
    body,
  );
  const element = h(
    "section",
    { class: "panel", id: "layer-table", "aria-labelledby": "layer-table-title" },
    title,
    h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Statistics of layers" }, table),
  );
  const made = new Map();

  const show = ({ layers }) => {
    const tensor = view.get("tensor");
    const chosen = chosenLayer(layers, view).layer;
    const filled = COLUMNS.map(({ of }) => layers.some((layer) => of(layer, tensor) !== null));
    for (const [i, head] of heads.entries()) head.hidden = !filled[i];
    write(title, `Statistics of the ${TENSORS[tensor].toLowerCase()}`);
    const told = layers.filter((layer) => layer[tensor] !== null);
    element.hidden = !filled.slice(FACTS).some((known) => known);
    const rows = told.map((layer) => {
      if (!made.has(layer.layer)) made.set(layer.layer, row(layer.layer, view));
      made.get(layer.layer).show(layer, tensor, filled, layer.layer === chosen);
      return made.get(layer.layer).element;
    });
    arrange(body, rows);
  };
  return { element, show };
}

function row(name, view) {
  const kind = h("span", { class: "facts" });
  const flag = h(
    "span",
    { class: "flag", title: "more than a tenth of its weights are near zero, or all are alike", hidden: true },
    "dead-prone",
  );
  const cells = COLUMNS.map(({ key }) => h("td", { class: "figure", data: { value: key } }));
  const pick = h("button", { type: "button", class: "run-name", on: { click: () => view.set({ layer: name }) } }, name);
  const element = h("tr", { data: { layer: name } }, h("th", { scope: "row" }, pick, kind, flag), ...cells);
  const show = (layer, tensor, filled, chosen) => {
    write(kind, [layer.kind, layer.shape].filter((text) => text !== "").join(" · "));
    flag.hidden = !layer.dead_prone;
    attribute(element, "aria-current", chosen ? "true" : null);
    COLUMNS.forEach(({ as, of }, i) => {
      const value = of(layer, tensor);
      cells[i].hidden = !filled[i];
      figure(cells[i], value, as(value));
    });
  };
  return { element, show };
}
