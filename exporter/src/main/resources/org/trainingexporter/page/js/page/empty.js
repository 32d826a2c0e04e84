/**
 * @import { Model } from "../state/model.js"
 * @import { View } from "../state/view.js"
 */
import { byId, create, setAttribute } from "../base/dom.js";
import { item } from "./ignored-files.js";
import { unreadableOf } from "./unreadable.js";

const SAMPLE = '{"step": 1, "loss": 2.41, "learning_rate": 7.9e-08}';
/** So many files that are not read are named. */
const SHOWN = 20;
/** So many runs are offered where the named one is not there. */
const OFFERED = 50;

/**
 * What the page shows while there is no run: what is watched, what counts as a log, how to try it.
 *
 * @param {Model} model
 * @param {View} view
 */
export function emptyPage(model, view) {
  const section = byId("empty");
  const run = byId("run");
  /** @param {HTMLElement[] | null} content null shows the run */
  const show = (content) => {
    run.hidden = content !== null;
    section.hidden = content === null;
    section.replaceChildren(...(content ?? []));
    setAttribute(byId("content"), "aria-busy", "false");
  };
  model.on("stats", () => {
    if (run.hidden) show(null);
  });
  model.on("run", (next) => {
    if (next !== null && model.runs?.runs.length) setAttribute(byId("content"), "aria-busy", "true");
  });
  model.on(["missing", "runs"], () => {
    const { runs, missing, parts } = model;
    if (runs === null || parts.stats) return;
    if (runs.runs.length === 0) show(runs.ready ? noRun(runs) : reading(runs));
    else if (missing !== null) show(unknownRun(missing, runs, view));
  });
}

/** @param {Api.Runs} runs */
function reading({ watched }) {
  return [
    create("h2", {}, "Reading the logs …"),
    create(
      "p",
      {},
      `The exporter is reading ${watched.join(", ")} for the first time. This page will show the run when it is ready.`,
    ),
  ];
}

/** @param {Api.Runs} runs */
function noRun({ watched, files, ignored }) {
  const problems = new Map(unreadableOf(ignored).map(({ file, nearest }) => [file, nearest]));
  const others = ignored.filter(({ file, reason }) => reason !== "unreadable" || !watched.includes(file));
  /** @param {string} name */
  const directory = (name) => {
    const problem = problems.get(name);
    const why = problem === undefined ? null : create("strong", { class: "problem" }, ` – ${problem}`);
    return create("li", {}, create("code", {}, name), why);
  };
  const more = others.length > SHOWN ? [create("li", {}, `and ${others.length - SHOWN} more`)] : [];
  const notRead = [
    create("h3", {}, "Files that are there and are not read"),
    create("ul", {}, ...others.slice(0, SHOWN).map(item), ...more),
  ];
  return [
    create("h2", {}, "No run yet"),
    create("p", {}, "Start a training that writes a log. It appears here within seconds, without a reload."),
    create("h3", {}, "Watched directories"),
    create("ul", { id: "watched" }, ...watched.map(directory)),
    ...(others.length > 0 ? notRead : []),
    create("h3", {}, "What counts as a log"),
    create(
      "p",
      {},
      "A file with one of these names, in any directory below, whose records have a step or an epoch and a loss, a learning rate, a validation or another signal of the training:",
    ),
    create("p", { class: "names" }, ...files.map((name) => create("code", {}, name))),
    create("p", {}, "One line of JSON for each step is enough:"),
    create("pre", {}, SAMPLE),
    create("p", {}, "To see how a file is read: ", create("code", {}, "training-exporter check FILE")),
    create("h3", {}, "No training at hand?"),
    create(
      "p",
      {},
      "The demo simulates a run and shows it: ",
      create("code", {}, "training-exporter demo"),
      " (in a checkout: ",
      create("code", {}, "./run"),
      ").",
    ),
  ];
}

/**
 * @param {string} why
 * @param {Api.Runs} runs
 * @param {View} view
 */
function unknownRun(why, { runs }, view) {
  /** @param {string} run */
  const link = (run) => {
    const click = () => view.set({ runs: [run], hidden: [] }, { addToHistory: true });
    return create("button", { type: "button", class: "linklike", on: { click } }, run);
  };
  const offered = runs.slice(0, OFFERED).map(({ run }) => create("li", {}, link(run)));
  return [
    create("h2", {}, "This run does not exist"),
    create("p", {}, `${why}. When it exists, this page shows it.`),
    ...(offered.length === 0 ? [] : [create("p", {}, "Existing runs:"), create("ul", {}, ...offered)]),
  ];
}
