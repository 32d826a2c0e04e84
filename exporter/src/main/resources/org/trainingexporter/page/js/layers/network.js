import { create, setAttribute, setText, setValue } from "../base/dom.js";
import { compact, number } from "../base/format.js";
import { chosenLayer } from "./chosen-layer.js";
import { networkLayout, SIZE } from "./network-layout.js";

/** The bars of gradient norms are logarithmic, over so much at least: what differs little looks alike. */
const LEAST_SPAN = 100;

const SVG = "http://www.w3.org/2000/svg";

/** The architecture: a box a layer with its kind, shape, parameters and gradient norm, and what flows where. */
export function network(view) {
  const paper = create("div", { class: "network" });
  const lines = document.createElementNS(SVG, "svg");
  lines.setAttribute("aria-hidden", "true");
  const heading = create("h3", { id: "network-title" });
  const element = create(
    "section",
    { class: "panel", id: "network", "aria-labelledby": "network-title", hidden: true },
    heading,
    create("div", { class: "scroll", tabindex: 0, role: "region", "aria-labelledby": "network-title" }, paper),
  );
  paper.append(lines);
  let boxes = new Map();
  let drawn = "";
  let model = null;

  const place = () => {
    const width = element.clientWidth - 2 * 16;
    if (model === null || width <= 0) return;
    const { places, paths, height, across } = networkLayout(model, width);
    paper.style.height = `${height}px`;
    setAttribute(lines, "width", across);
    setAttribute(lines, "height", height);
    lines.replaceChildren(...paths.map(path));
    model.nodes.forEach(({ id }) => {
      boxes.get(id).element.style.left = `${places.get(id).x}px`;
      boxes.get(id).element.style.top = `${places.get(id).y}px`;
    });
  };
  new ResizeObserver(place).observe(element);

  const show = (answer) => {
    element.hidden = answer.model.nodes.length === 0;
    if (element.hidden) return;
    setText(heading, answer.model.name === "" ? "Architecture" : `Architecture of ${answer.model.name}`);
    const layers = new Map(answer.layers.map((one) => [one.layer, one]));
    const now = JSON.stringify(answer.model);
    if (now !== drawn) {
      drawn = now;
      model = answer.model;
      boxes = new Map(model.nodes.map((node) => [node.id, box(node, layers.has(node.id), view)]));
      paper.replaceChildren(lines, ...[...boxes.values()].map((one) => one.element));
      place();
    }
    const norms = answer.layers.map((one) => one.gradient?.norm ?? null).filter((norm) => norm > 0);
    const high = norms.reduce((a, b) => Math.max(a, b), 0);
    const low = norms.reduce((a, b) => Math.min(a, b), high / LEAST_SPAN);
    const part = (norm) => Math.log(norm / low) / Math.log(high / low);
    const chosen = chosenLayer(answer.layers, view).layer;
    for (const [id, one] of boxes) {
      const norm = layers.get(id)?.gradient?.norm ?? null;
      one.show(norm, norm > 0 ? part(norm) : 0, id === chosen);
    }
  };
  return { element, show };
}

function path({ d, skips }) {
  const one = document.createElementNS(SVG, "path");
  one.setAttribute("d", d);
  if (skips) one.setAttribute("class", "skips");
  return one;
}

/** A layer's box is a button that chooses it; an input or a block of layers is only a box. */
function box(node, isLayer, view) {
  const norm = create("span", { class: "node-norm", title: "norm of its gradient", hidden: true });
  const bar = create("span", { class: "node-bar", "aria-hidden": "true", hidden: true });
  const facts = [
    node.kind,
    node.shape
      .replaceAll(/[[\],\s]+/g, " ")
      .trim()
      .replaceAll(" ", "×"),
  ].filter((text) => text !== "");
  const parameters = node.parameters > 0 ? `${compact(node.parameters)} parameters` : "";
  const element = create(
    isLayer ? "button" : "div",
    {
      class: "node",
      type: isLayer ? "button" : null,
      title: [node.id, ...facts, parameters].filter((text) => text !== "").join("\n"),
      data: { node: node.id },
      on: isLayer ? { click: () => view.set({ layer: node.id }) } : {},
    },
    create("strong", {}, node.id),
    create("span", { class: "node-facts" }, facts.join(" · ")),
    create("span", { class: "node-facts" }, parameters),
    norm,
    bar,
  );
  element.style.width = `${SIZE.width}px`;
  element.style.height = `${SIZE.height}px`;
  const show = (value, part, chosen) => {
    norm.hidden = value === null;
    bar.hidden = value === null;
    setValue(norm, value, `gradient ${number(value)}`);
    bar.style.width = `${4 + 96 * part}%`;
    setAttribute(element, "aria-pressed", isLayer ? String(chosen) : null);
  };
  return { element, show };
}
