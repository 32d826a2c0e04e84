import { byId, create, setText } from "../base/dom.js";
import { compact, integer, position } from "../base/format.js";
import { layerCurves } from "./curves-by-layer.js";
import { dead } from "./dead-units.js";
import { epochs } from "./epochs.js";
import { film } from "./histogram-film.js";
import { layerTools } from "./layer-tools.js";
import { network } from "./network.js";
import { layerTable } from "./statistics-table.js";

/** Inside the network: what the layers are, what flows through them, and how that changed. */
export function layers(model, view) {
  const section = byId("layers");
  const facts = create("p", { class: "facts" });
  const parts = [network, layerCurves, dead, film, layerTable, epochs].map((part) => part(view));
  const [architecture, curves, units, distributions, table, byEpoch] = parts;
  const tools = layerTools(view);
  section.append(
    create("div", { class: "section-head" }, create("h2", { id: "layers-title" }, "Layers"), facts),
    architecture.element,
    create("div", { class: "pair" }, curves.element, units.element),
    tools.element,
    distributions.element,
    table.element,
    byEpoch.element,
    create(
      "p",
      { class: "hint" },
      create("a", { href: "#plots" }, "The loss of each batch, and its moving average,"),
      " are among the plots.",
    ),
  );

  const follow = () => {
    const { layers: answer, history, stats } = model.parts;
    section.hidden = !stats?.layers || !answer || answer.layers.length === 0;
    if (section.hidden) return;
    setText(facts, factsOf(answer, history?.axis ?? "step"));
    tools.show(answer);
    for (const part of parts) part.show(answer, history ?? null);
  };
  model.on("layers history run", follow);
  view.on("layer tensor", follow);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", follow);
}

function factsOf({ model, layers: all, dropped }, axis) {
  const parameters = all.reduce((sum, one) => sum + (one.parameters ?? 0), 0);
  const steps = all.flatMap((one) => [one.weight?.step, one.gradient?.step, one.activation?.step]);
  const newest = steps.reduce((a, b) => Math.max(a, b ?? a), -Infinity);
  const prone = all.filter((one) => one.dead_prone).length;
  return [
    model.name,
    `${integer(all.length)} ${all.length === 1 ? "layer" : "layers"}`,
    parameters > 0 ? `${compact(parameters)} parameters` : "",
    prone > 0 ? `${integer(prone)} dead-prone` : "",
    Number.isFinite(newest) ? `newest record at ${axis} ${position(newest)}` : "",
    dropped > 0 ? `${integer(dropped)} more are left out` : "",
  ]
    .filter((text) => text !== "")
    .join(" · ");
}
