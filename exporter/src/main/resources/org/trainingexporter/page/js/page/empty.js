import { byId, create, setAttribute } from "../base/dom.js";

const SAMPLE = '{"step": 1, "loss": 2.41, "learning_rate": 7.9e-08}';

/** What stands there while there is no run to show: what is watched, what would count, how to try it. */
export function empty(model, view) {
  const section = byId("empty");
  const run = byId("run");
  const show = (content) => {
    run.hidden = content !== null;
    section.hidden = content === null;
    section.replaceChildren(...(content ?? []));
    setAttribute(byId("content"), "aria-busy", "false");
  };
  model.on("stats", () => run.hidden && show(null));
  model.on(
    "run",
    (next) => next !== null && model.runs?.runs.length && setAttribute(byId("content"), "aria-busy", "true"),
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
    create("h2", {}, "Reading the logs …"),
    create("p", {}, `The first look at ${watched.join(", ")} is under way. This page fills by itself.`),
  ];
}

function noRun({ watched, files }) {
  const list = (items) => create("ul", {}, ...items.map((item) => create("li", {}, create("code", {}, item))));
  return [
    create("h2", {}, "No run yet"),
    create(
      "p",
      {},
      "Start a training that writes a log, and it appears here within seconds; nothing needs to be reloaded.",
    ),
    create("h3", {}, "Watched directories"),
    list(watched),
    create("h3", {}, "What counts as a log"),
    create(
      "p",
      {},
      "A file with one of these names, in any directory below, whose lines tell a step or an epoch and a loss, a learning rate, an evaluation or another figure of the training:",
    ),
    create("p", { class: "names" }, ...files.map((name) => create("code", {}, name))),
    create("p", {}, "One line of JSON a step is enough:"),
    create("pre", {}, SAMPLE),
    create(
      "p",
      {},
      "To see whether a file is understood, and how: ",
      create("code", {}, "training-exporter check FILE"),
    ),
    create("h3", {}, "Just looking?"),
    create(
      "p",
      {},
      "The demo writes a run of its own and shows it: ",
      create("code", {}, "training-exporter demo"),
      " (in a checkout: ",
      create("code", {}, "./run"),
      ").",
    ),
  ];
}

function unknown(why, { runs }, view) {
  const link = (run) =>
    create(
      "button",
      { type: "button", class: "linklike", on: { click: () => view.set({ runs: [run], hidden: [] }, { step: true }) } },
      run,
    );
  return [
    create("h2", {}, "This run is not here"),
    create("p", {}, `${why}. If it comes, it is shown here by itself.`),
    ...(runs.length === 0
      ? []
      : [
          create("p", {}, "There is:"),
          create("ul", {}, ...runs.slice(0, 50).map((one) => create("li", {}, link(one.run)))),
        ]),
  ];
}
