import { attribute, byId, h } from "../base/dom.js";

const SAMPLE = '{"step": 1, "loss": 2.41, "learning_rate": 7.9e-08}';

/** What stands there while there is no run to show: what is watched, what would count, how to try it. */
export function empty(model, view) {
  const section = byId("empty");
  const run = byId("run");
  const show = (content) => {
    run.hidden = content !== null;
    section.hidden = content === null;
    section.replaceChildren(...(content ?? []));
    attribute(byId("content"), "aria-busy", "false");
  };
  model.on("stats", () => run.hidden && show(null));
  model.on(
    "run",
    (next) => next !== null && model.runs?.runs.length && attribute(byId("content"), "aria-busy", "true"),
  );
  model.on("missing runs", () => {
    const { runs, missing } = model;
    if (runs === null) return;
    if (runs.runs.length === 0 && !model.parts.stats) show(runs.ready ? noRun(runs) : reading(runs));
    else if (missing && !model.parts.stats) show(unknown(missing, runs, view));
  });
}

function reading({ watched }) {
  return [
    h("h2", {}, "Reading the logs …"),
    h("p", {}, `The first look at ${watched.join(", ")} is under way. This page fills by itself.`),
  ];
}

function noRun({ watched, files }) {
  const list = (items) => h("ul", {}, ...items.map((item) => h("li", {}, h("code", {}, item))));
  return [
    h("h2", {}, "No run yet"),
    h("p", {}, "Start a training that writes a log, and it appears here within seconds; nothing needs to be reloaded."),
    h("h3", {}, "Watched directories"),
    list(watched),
    h("h3", {}, "What counts as a log"),
    h(
      "p",
      {},
      "A file with one of these names, in any directory below, whose lines tell a step or an epoch and a loss, a learning rate, an evaluation or another figure of the training:",
    ),
    h("p", { class: "names" }, ...files.map((name) => h("code", {}, name))),
    h("p", {}, "One line of JSON a step is enough:"),
    h("pre", {}, SAMPLE),
    h("p", {}, "To see whether a file is understood, and how: ", h("code", {}, "training-exporter check FILE")),
    h("h3", {}, "Just looking?"),
    h(
      "p",
      {},
      "The demo writes a run of its own and shows it: ",
      h("code", {}, "training-exporter demo"),
      " (in a checkout: ",
      h("code", {}, "./run"),
      ").",
    ),
  ];
}

function unknown(why, { runs }, view) {
  const link = (run) =>
    h(
      "button",
      { type: "button", class: "linklike", on: { click: () => view.set({ runs: [run], hidden: [] }, { step: true }) } },
      run,
    );
  return [
    h("h2", {}, "This run is not here"),
    h("p", {}, `${why}. If it comes, it is shown here by itself.`),
    ...(runs.length === 0
      ? []
      : [h("p", {}, "There is:"), h("ul", {}, ...runs.slice(0, 50).map((one) => h("li", {}, link(one.run))))]),
  ];
}
