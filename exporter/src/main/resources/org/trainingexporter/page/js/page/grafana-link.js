/** @import { Model } from "../state/model.js" */
import { create } from "../base/dom.js";
import { icon } from "../base/icons.js";
import { isOver } from "../state/run-states.js";

/** So much is shown before a run's start and after its newest record, in seconds. */
const MARGIN = 60;

/**
 * Opens the shown run in Grafana, in its own range. Hidden where Grafana's address is not set.
 *
 * @param {Model} model
 */
export function grafanaLink(model) {
  const link = create(
    "a",
    {
      class: "tool",
      id: "open-in-grafana",
      title: "Open in Grafana",
      "aria-label": "Open in Grafana",
      target: "_blank",
      rel: "noopener",
      hidden: true,
    },
    icon("chart"),
    create("span", { class: "word" }, "Open in Grafana"),
  );
  model.on(["runs", "run", "stats"], () => {
    const { stats } = model.parts;
    const run = stats ?? model.runs?.runs.find((entry) => entry.run === model.run);
    const grafana = model.runs?.grafana;
    link.hidden = !grafana || !run;
    if (grafana && run) link.href = addressIn(grafana, run);
  });
  return link;
}

/**
 * The dashboard of a run: from its start to its end, or to now.
 *
 * @param {string} grafana with a slash at its end
 * @param {Pick<Api.Run, "run" | "state" | "start" | "updated">} run
 */
export function addressIn(grafana, { run, state, start, updated }) {
  const parameters = new URLSearchParams({ "var-run": run });
  if (start !== null) parameters.set("from", String((Math.floor(start) - MARGIN) * 1000));
  if (start !== null && updated !== null)
    parameters.set("to", isOver(state) ? String((Math.ceil(updated) + MARGIN) * 1000) : "now");
  return `${grafana}d/training-run?${parameters}`;
}
