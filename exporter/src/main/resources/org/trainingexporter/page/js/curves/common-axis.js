/**
 * What the x axis counts where runs are compared of which some log steps and others only epochs: not both at once, as if
 * an epoch were a step, but what all of them have.
 *
 * @import { Model } from "../state/model.js"
 * @import { Axis } from "../state/url.js"
 * @import { View } from "../state/view.js"
 * @import { Curve } from "./curve.js"
 */
import { rises } from "./counters.js";

/** @typedef {Pick<Model, "entriesInPlots" | "curves">} Compared */

/**
 * The axis that the viewer chose; instead of steps epochs, else the time since each run's start, where the shown runs
 * count different things. Steps and epochs stay on one axis only where the runs have neither in common.
 *
 * @param {Compared} model
 * @param {Pick<View, "get">} view
 * @returns {Axis}
 */
export function commonAxis(model, view) {
  const chosen = view.get("x");
  if (chosen !== "step" || !isMixed(model, view)) return chosen;
  const runs = shownRuns(model, view);
  if (runs.every((run) => hasEpochs(run, model.curves.get(run.run)))) return "epoch";
  return runs.every(({ start }) => start !== null) ? "relative" : "step";
}

/**
 * Whether some of the shown runs log steps and others only epochs.
 *
 * @param {Compared} model
 * @param {Pick<View, "get">} view
 */
export function isMixed(model, view) {
  return new Set(shownRuns(model, view).map(countsSteps)).size > 1;
}

/**
 * The view as it is on this axis.
 *
 * @param {View} view
 * @param {Axis} axis
 * @returns {Pick<View, "get">}
 */
export function onAxis(view, axis) {
  return { get: (key) => (key === "x" ? /** @type {any} */ (axis) : view.get(key)) };
}

/**
 * The runs in the plots that are not hidden and count something already.
 *
 * @param {Compared} model
 * @param {Pick<View, "get">} view
 */
export function shownRuns(model, view) {
  const hidden = view.get("hidden");
  return model
    .entriesInPlots()
    .filter(({ run, step, epoch }) => !hidden.includes(run) && (step !== null || epoch !== null));
}

/** @param {Api.Run} run */
export function countsSteps({ step }) {
  return step !== null;
}

/**
 * Whether the epochs of a run spread its points: those of a run of steps that logs one epoch throughout do not.
 *
 * @param {Api.Run} run
 * @param {Curve | undefined} curve if it is there already
 */
function hasEpochs({ epoch }, curve) {
  if (epoch === null) return false;
  return curve === undefined || curve.axis === "epoch" || rises(curve.series("epoch"));
}
