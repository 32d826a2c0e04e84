/** @import { ExporterView } from "./exporter-view.js" */
import { byId, create } from "./js/base/dom.js";

/**
 * What goes wrong in trainings, how it looks, what helps, and the plot of the exporter's page that shows it.
 *
 * @type {{ name: string, looks: string, helps: string, plot: string, title: string }[]}
 */
const SYMPTOMS = [
  {
    name: "Overfitting",
    looks: "The training loss falls, the validation loss rises.",
    helps: "More data, dropout, a smaller network, or stop at the best validation.",
    plot: "plot-validation_loss",
    title: "Validation loss",
  },
  {
    name: "Learning rate too low",
    looks: "The loss falls slowly and in a straight line, and is far from flat at the end.",
    helps: "A learning rate three to ten times as high.",
    plot: "plot-loss",
    title: "Loss",
  },
  {
    name: "Exploding gradients",
    looks: "The gradient norm leaps by orders of magnitude; the loss follows, or becomes NaN.",
    helps: "Clip gradients, a lower learning rate, a warm-up.",
    plot: "plot-gradient_norm",
    title: "Gradient norm",
  },
  {
    name: "Vanishing gradients",
    looks: "The first layers' gradient norms are orders of magnitude below the last layer's.",
    helps: "ReLU in place of tanh, Adam in place of SGD, fewer layers.",
    plot: "layers",
    title: "Gradient norm by layer",
  },
  {
    name: "Dead units",
    looks: "Units of a layer are 0 for every example, and more of them after each epoch.",
    helps: "A lower learning rate, GELU or tanh in place of ReLU.",
    plot: "layers",
    title: "Layers",
  },
];

/**
 * The table of symptoms.
 *
 * @param {ExporterView} view shows the plots
 */
export function symptoms(view) {
  const heads = ["Symptom", "What you see", "What helps", "Look at"];
  byId("symptoms").append(
    create(
      "table",
      {},
      create("thead", {}, create("tr", {}, ...heads.map((text) => create("th", { scope: "col" }, text)))),
      create("tbody", {}, ...SYMPTOMS.map((one) => row(one, view))),
    ),
  );
}

/**
 * @param {(typeof SYMPTOMS)[number]} symptom
 * @param {ExporterView} view
 */
function row({ name, looks, helps, plot, title }, view) {
  const click = () => view.find(plot);
  return create(
    "tr",
    {},
    create("th", { scope: "row" }, name),
    create("td", {}, looks),
    create("td", {}, helps),
    create("td", {}, create("button", { type: "button", class: "tool", data: { plot }, on: { click } }, title)),
  );
}
