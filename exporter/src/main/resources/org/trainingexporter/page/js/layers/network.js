/** @import { View } from "../state/view.js" */
import { create, createDrawn, setAttribute, setText, setValue } from "../base/dom.js";
import { compact, number } from "../base/format.js";
import { chosenLayer } from "./chosen-layer.js";
import { networkLayout, SIZE } from "./network-layout.js";

/** The bars of gradient norms are logarithmic and span at least this ratio: similar norms look alike. */
const LEAST_RATIO = 100;
/** The panel's padding on both sides. */
const PADDING_PX = 2 * 16;

/**
 * The architecture: a box for each layer with its kind, shape, parameters and gradient norm, and what flows
 * where.
 *
 * @param {View} view
 */
export function network(view) {
  const paper = create("div", { class: "network" });
  const lines = createDrawn("svg", { "aria-hidden": "true" });
  const heading = create("h3", { id: "network-title" });
  const element = create(
    "section",
    { class: "panel", id: "network", "aria-labelledby": "network-title", hidden: true },
    heading,
    create(
      "div",
      { class: "scroll", tabindex: 0, role: "region", "aria-label": "Layers and how they are connected" },
      paper,
    ),
  );
  paper.append(lines);
  /** @type {Map<string, ReturnType<typeof box>>} */
  let boxes = new Map();
  /** @type {Api.Graph | null} */
  let graph = null;
  let drawn = "";

  const arrange = () => {
    const width = element.clientWidth - PADDING_PX;
    if (graph === null || width <= 0) return;
    const { places, paths, height, across } = networkLayout(graph, width);
    paper.style.height = `${height}px`;
    setAttribute(lines, "width", across);
    setAttribute(lines, "height", height);
    lines.replaceChildren(...paths.map(path));
    for (const [id, { x, y }] of places) {
      const style = boxes.get(id)?.element.style;
      if (!style) continue;
      style.left = `${x}px`;
      style.top = `${y}px`;
    }
  };
  new ResizeObserver(arrange).observe(element);

  /** @param {Api.Layers} answer */
  const show = (answer) => {
    element.hidden = answer.model.nodes.length === 0;
    if (element.hidden) return;
    setText(heading, answer.model.name === "" ? "Architecture" : `Architecture of ${answer.model.name}`);
    const layers = new Map(answer.layers.map((one) => [one.layer, one]));
    const now = JSON.stringify(answer.model);
    if (now !== drawn) {
      drawn = now;
      graph = answer.model;
      boxes = new Map(graph.nodes.map((node) => [node.id, box(node, layers.has(node.id), view)]));
      paper.replaceChildren(lines, ...[...boxes.values()].map((one) => one.element));
      arrange();
    }
    const lengthOf = barLengths(answer.layers);
    const chosen = chosenLayer(answer.layers, view)?.layer;
    for (const [id, one] of boxes) {
      const norm = layers.get(id)?.gradient?.norm ?? null;
      one.show(norm, lengthOf(norm), id === chosen);
    }
  };
  return { element, show };
}

/**
 * How long the bar of a gradient norm is among those of all layers: 0 to 1.
 *
 * @param {Api.Layer[]} layers
 */
function barLengths(layers) {
  const norms = layers.map((one) => one.gradient?.norm ?? 0).filter((norm) => norm > 0);
  const high = norms.reduce((a, b) => Math.max(a, b), 0);
  const low = norms.reduce((a, b) => Math.min(a, b), high / LEAST_RATIO);
  /** @param {number | null} norm */
  return (norm) => (norm !== null && norm > 0 ? Math.log(norm / low) / Math.log(high / low) : 0);
}

/** @param {{ d: string, skips: boolean }} path */
function path({ d, skips }) {
  return createDrawn("path", skips ? { d, class: "skips" } : { d });
}

/**
 * A layer's box is a button that chooses it; an input or a block of layers is only a box.
 *
 * @param {Api.GraphNode} node
 * @param {boolean} isLayer
 * @param {View} view
 */
function box(node, isLayer, view) {
  const norm = create("span", { class: "node-norm", title: "norm of its gradient", hidden: true });
  const bar = create("span", { class: "node-bar", "aria-hidden": "true", hidden: true });
  const facts = [node.kind, shapeOf(node)].filter((text) => text !== "");
  const parameters = node.parameters !== null && node.parameters > 0 ? `${compact(node.parameters)} parameters` : "";
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
  /**
   * @param {number | null} value its gradient's norm
   * @param {number} length of the norm's bar, 0 to 1
   * @param {boolean} isChosen
   */
  const show = (value, length, isChosen) => {
    norm.hidden = value === null;
    bar.hidden = value === null;
    setValue(norm, value, `gradient ${number(value)}`);
    bar.style.width = `${4 + 96 * length}%`;
    setAttribute(element, "aria-pressed", isLayer ? String(isChosen) : null);
  };
  return { element, show };
}

/**
 * 8×28×28, however the log writes it.
 *
 * @param {Api.GraphNode} node
 */
function shapeOf({ shape }) {
  const spaced = shape.replaceAll(/[[\],\s]+/g, " ").trim();
  return spaced.replaceAll(" ", "×");
}
