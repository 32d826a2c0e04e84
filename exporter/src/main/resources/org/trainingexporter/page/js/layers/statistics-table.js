import { create, setAttribute, setChildren, setText, setValue } from "../base/dom.js";
import { integer, number, percent, position } from "../base/format.js";
import { chosenLayer, TENSORS } from "./chosen-layer.js";

const COLUMNS = [
  ["parameters", "Parameters", integer, (layer) => layer.parameters],
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
  const title = create("h3", { id: "layer-table-title" });
  const body = create("tbody");
  const heads = COLUMNS.map(({ word }) => create("th", { scope: "col", class: "figure" }, word));
  const table = create(
    "table",
    { "aria-labelledby": "layer-table-title" },
    create("thead", {}, create("tr", {}, create("th", { scope: "col" }, "Layer"), ...heads)),
    body,
  );
  const element = create(
    "section",
    { class: "panel", id: "layer-table", "aria-labelledby": "layer-table-title" },
    title,
    create("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Statistics of layers" }, table),
  );
  const made = new Map();

  const show = ({ layers }) => {
    const tensor = view.get("tensor");
    const chosen = chosenLayer(layers, view).layer;
    const filled = COLUMNS.map(({ of }) => layers.some((layer) => of(layer, tensor) !== null));
    for (const [i, head] of heads.entries()) head.hidden = !filled[i];
    setText(title, `Statistics of the ${TENSORS[tensor].toLowerCase()}`);
    const told = layers.filter((layer) => layer[tensor] !== null);
    element.hidden = !filled.slice(FACTS).some((known) => known);
    const rows = told.map((layer) => {
      if (!made.has(layer.layer)) made.set(layer.layer, row(layer.layer, view));
      made.get(layer.layer).show(layer, tensor, filled, layer.layer === chosen);
      return made.get(layer.layer).element;
    });
    setChildren(body, rows);
  };
  return { element, show };
}

function row(name, view) {
  const kind = create("span", { class: "facts" });
  const flag = create(
    "span",
    { class: "flag", title: "more than a tenth of its weights are near zero, or all are alike", hidden: true },
    "dead-prone",
  );
  const cells = COLUMNS.map(({ key }) => create("td", { class: "figure", data: { value: key } }));
  const pick = create(
    "button",
    { type: "button", class: "run-name", on: { click: () => view.set({ layer: name }) } },
    name,
  );
  const element = create("tr", { data: { layer: name } }, create("th", { scope: "row" }, pick, kind, flag), ...cells);
  const show = (layer, tensor, filled, chosen) => {
    setText(kind, [layer.kind, layer.shape].filter((text) => text !== "").join(" · "));
    flag.hidden = !layer.dead_prone;
    setAttribute(element, "aria-current", chosen ? "true" : null);
    COLUMNS.forEach(({ as, of }, i) => {
      const value = of(layer, tensor);
      cells[i].hidden = !filled[i];
      setValue(cells[i], value, as(value));
    });
  };
  return { element, show };
}
