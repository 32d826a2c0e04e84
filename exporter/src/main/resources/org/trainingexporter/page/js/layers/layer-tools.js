/** @import { View } from "../state/view.js" */
import { create, setAttribute, setChildren } from "../base/dom.js";
import { segments } from "../base/segments.js";
import { chosenLayer, TENSORS } from "./chosen-layer.js";

/**
 * Which layer and which of its tensors the histograms and the table are about.
 *
 * @param {View} view
 */
export function layerTools(view) {
  const select = create("select", { id: "layer" });
  select.addEventListener("change", () => view.set({ layer: select.value }));
  /** @type {Map<string, HTMLOptionElement>} */
  const options = new Map();
  const tensors = Object.entries(TENSORS).map(([name, word]) => {
    const tensor = /** @type {Api.Tensor} */ (name);
    const change = () => view.set({ tensor });
    const input = create("input", { type: "radio", name: "tensor", value: tensor, on: { change } });
    return { tensor, input, label: create("label", {}, input, create("span", {}, word)) };
  });
  const element = create(
    "div",
    { class: "plot-bar", id: "layer-tools" },
    create("div", { class: "control" }, create("label", { for: "layer" }, "Layer"), select),
    segments(
      "tensor",
      "Of its",
      tensors.map(({ label }) => label),
    ),
  );
  /** @param {Api.Layers} answer */
  const show = ({ layers }) => {
    const shown = layers.map(({ layer }) => {
      const option = options.get(layer) ?? create("option", { value: layer }, layer);
      options.set(layer, option);
      return option;
    });
    setChildren(select, shown);
    select.value = chosenLayer(layers, view)?.layer ?? "";
    for (const { tensor, input, label } of tensors) {
      input.checked = view.get("tensor") === tensor;
      setAttribute(label, "hidden", !input.checked && layers.every((one) => one[tensor] === null));
    }
  };
  return { element, show };
}
