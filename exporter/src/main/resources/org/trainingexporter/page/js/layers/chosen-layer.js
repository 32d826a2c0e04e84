/** @import { View } from "../state/view.js" */

/** What the tensors of a layer are called. @type {Record<Api.Tensor, string>} */
export const TENSORS = { weight: "Weights", gradient: "Gradients", activation: "Activations" };

/**
 * The layer that the viewer chose, else the first that has such a histogram, or any; null without layers.
 *
 * @param {Api.Layer[] | undefined} layers
 * @param {Pick<View, "get">} view
 */
export function chosenLayer(layers, view) {
  const all = layers ?? [];
  const tensor = view.get("tensor");
  return (
    all.find((one) => one.layer === view.get("layer")) ??
    all.find((one) => one[tensor]?.histogram) ??
    all.find((one) => one[tensor]) ??
    all[0] ??
    null
  );
}
