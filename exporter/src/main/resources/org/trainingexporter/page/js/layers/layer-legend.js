/** @import { View } from "../state/view.js" */
import { create, setChildren, setText } from "../base/dom.js";
import { readTheme } from "../chart/theme.js";
import { layerStrokes } from "./strokes.js";

/** So many lines are told apart by what they look like. */
export const NAMED = 8;

/**
 * A button for each layer that has a line, which chooses it; of many layers for the first and the last.
 * Buttons that are there stay, focus included.
 *
 * @param {View} view
 */
export function layerLegend(view) {
  const element = create("ul", { class: "layer-key" });
  /** @type {Map<string, { sign: HTMLElement, element: HTMLElement }>} */
  const entries = new Map();
  const between = create("li", { class: "quiet" });

  /** @param {string} layer */
  const entryOf = (layer) => {
    const sign = create("span", { class: "stroke", "aria-hidden": "true" });
    const click = () => view.set({ layer });
    const button = create("button", { type: "button", class: "chip", on: { click } }, sign, layer);
    return { sign, element: create("li", {}, button) };
  };

  /** @param {string[]} layers */
  const show = (layers) => {
    const strokes = layerStrokes(readTheme(), layers.length);
    const named = layers.length <= NAMED ? layers : [layers[0], layers[layers.length - 1]];
    const elements = named.map((layer) => {
      const entry = entries.get(layer) ?? entryOf(layer);
      entries.set(layer, entry);
      const { color, dash } = strokes(layers.indexOf(layer));
      entry.sign.style.borderTopColor = color;
      entry.sign.style.borderTopStyle = dash.length === 0 ? "solid" : "dashed";
      return entry.element;
    });
    setText(between, `… ${layers.length - 2} between …`);
    if (named.length < layers.length) elements.splice(1, 0, between);
    setChildren(element, elements);
  };
  return { element, show };
}
