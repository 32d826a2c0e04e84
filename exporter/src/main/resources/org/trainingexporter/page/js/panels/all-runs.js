/**
 * @import { Model } from "../state/model.js"
 * @import { View } from "../state/view.js"
 */
import { byId } from "../base/dom.js";
import { LocalChoices } from "../runs/choices.js";
import { RunsTable } from "../runs/table.js";
import { isRefreshOff } from "../state/refresh-mode.js";

/**
 * The table of runs below the run, made when it is opened.
 *
 * @param {Model} model
 * @param {View} view
 */
export function allRuns(model, view) {
  const panel = /** @type {HTMLDetailsElement} */ (byId("all-runs"));
  /** @type {RunsTable | null} */
  let table = null;
  const show = () => {
    panel.hidden = (model.runs?.runs.length ?? 0) < 2;
    if (!panel.open || model.runs === null) return;
    if (table === null) {
      table = new RunsTable(new LocalChoices());
      panel.append(table.element);
    }
    table.show(model.runs.runs, isRefreshOff(view, model.runs));
  };
  panel.addEventListener("toggle", show);
  model.on("runs", show);
  view.on("refresh", show);
}
