import { create, setAttribute, setChildren } from "../base/dom.js";
import { chosenLayer, TENSORS } from "./chosen-layer.js";

/** Which layer and which of its tensors the histograms and the table are about. */
export function layerTools(view) {
  const select = create("select", { id: "layer", on: { change: () => view.set({ layer: select.value }) } });
  const options = new Map();
  const tensors = Object.entries(TENSORS).map(([tensor, word]) => {
    const input = create("input", {
      type: "radio",
      name: "tensor",
      value: tensor,
      on: { change: () => view.set({ tensor }) },
    });
    return { tensor, input, element: create("label", {}, input, create("span", {}, word)) };
  });
  const element = create(
    "div",
    { class: "plot-bar", id: "layer-tools" },
    create("div", { class: "control" }, create("label", { for: "layer" }, "Layer"), select),
    create("fieldset", { class: "segments" }, create("legend", {}, "Of its"), ...tensors.map((one) => one.element)),
  );
  const show = ({ layers }) => {
    const names = layers.map((one) => one.layer);
    for (const name of names) {
      if (!options.has(name)) options.set(name, create("option", { value: name }, name));
    }
    setChildren(
      select,
      names.map((name) => options.get(name)),
    );
    select.value = chosenLayer(layers, view).layer;
    for (const { tensor, input, element: label } of tensors) {
      input.checked = view.get("tensor") === tensor;
      setAttribute(label, "hidden", !input.checked && layers.every((one) => one[tensor] === null));
    }
  };
  return { element, show };
}
