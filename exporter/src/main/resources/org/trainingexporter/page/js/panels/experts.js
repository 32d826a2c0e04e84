import { byId, create, setText, setValue } from "../base/dom.js";
import { number, percent } from "../base/format.js";
import { matrix } from "./expert-matrix.js";

/** How the router shares its tokens: a matrix of layers and experts, and the same as a table. */
export function experts(model) {
  const section = byId("experts");
  const note = create("p", { class: "quiet" });
  const named = create("p", { class: "matrix-named", "aria-live": "off" });
  const canvas = create("canvas", {
    role: "img",
    "aria-labelledby": "experts-title",
    "aria-describedby": "experts-note",
  });
  const body = create("tbody");
  note.id = "experts-note";
  const head = ["Layer", "Dead", "Imbalance", "Busiest expert", "Its share"];
  const table = create(
    "details",
    {},
    create("summary", {}, "As a table"),
    create(
      "table",
      { "aria-labelledby": "experts-title" },
      create(
        "thead",
        {},
        create(
          "tr",
          {},
          ...head.map((word, i) => create("th", { scope: "col", class: i > 0 ? "figure" : null }, word)),
        ),
      ),
      body,
    ),
  );
  section.append(
    create("h2", { id: "experts-title" }, "Experts"),
    note,
    scale(),
    create("div", { class: "matrix" }, canvas),
    named,
    table,
  );
  const draw = matrix(canvas, (layer, expert) =>
    setText(named, layer ? nameOf(layer, expert) : "Point at a cell for its share."),
  );

  const follow = () => {
    const layers = model.parts.experts?.layers ?? [];
    section.hidden = layers.length === 0;
    if (layers.length === 0) return;
    const dead = layers.reduce((sum, layer) => sum + (layer.dead ?? 0), 0);
    const worst = layers.reduce((a, b) => (b.imbalance > a.imbalance ? b : a));
    setText(
      note,
      `${layers.length} layers of ${layers[0].experts.length} experts; ${dead === 0 ? "none" : dead} dead; most uneven: layer ${worst.layer}, its busiest expert has ${number(worst.imbalance)} times the mean.`,
    );
    draw(layers);
    body.replaceChildren(...layers.map(row));
  };
  model.on("experts run", follow);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", follow);
}

function nameOf(layer, i) {
  const share = layer.load[i];
  const times = share * layer.load.length;
  return `Layer ${layer.layer}, expert ${layer.experts[i]}: ${share === 0 ? "dead" : `${percent(share, 2)}, ${number(times)} times an even share`}`;
}

function row(layer) {
  const most = layer.load.indexOf(Math.max(...layer.load));
  const cells = [
    [layer.dead, number(layer.dead)],
    [layer.imbalance, number(layer.imbalance)],
    [layer.experts[most], layer.experts[most]],
    [layer.load[most], percent(layer.load[most], 2)],
  ];
  return create(
    "tr",
    { data: { layer: layer.layer } },
    create("th", { scope: "row" }, layer.layer),
    ...cells.map(([raw, text]) => {
      const cell = create("td", { class: "figure" });
      setValue(cell, raw, text);
      return cell;
    }),
  );
}

function scale() {
  return create(
    "div",
    { class: "matrix-scale", "aria-hidden": "true" },
    create("span", { class: "dead-sign" }),
    "dead",
    create("span", {}, "0"),
    create("span", { class: "ramp" }),
    create("span", {}, "3 times an even share"),
  );
}
