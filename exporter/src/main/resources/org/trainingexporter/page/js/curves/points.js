/**
 * @import { View } from "../state/view.js"
 * @import { Curve } from "./curve.js"
 */
import { positionRange, xOf } from "./x-axis.js";

/**
 * Points of a plot: where each stands, its value, and the position, time and attempt that it has in the log.
 *
 * @typedef {object} Points
 * @property {number[]} x in the units of the x axis
 * @property {(number | null)[]} y
 * @property {number[]} step
 * @property {(number | null)[]} time
 * @property {number[]} attempt
 * @property {number[]} [records] how many records each stands for, where that is known
 * @property {(number | null)[]} [mean] of those records
 */

/**
 * The points of a signal whose x is known, with one just outside the shown range on either side.
 *
 * @param {Curve} curve
 * @param {string | undefined} signal
 * @param {Pick<View, "get">} view
 * @returns {Points | null}
 */
export function pointsOf(curve, signal, view) {
  if (signal === undefined) return null;
  const [axis, from, to] = [view.get("x"), view.get("from"), view.get("to")];
  const series = curve.series(signal, positionRange(curve, axis, from, to));
  if (!series) return null;
  const xs = xOf(series, curve, axis);
  /** @type {Points} */
  const points = { x: [], y: [], step: [], time: [], attempt: [], ...(series.records && { records: [], mean: [] }) };
  for (let i = 0; i < xs.length; i++) {
    const x = xs[i];
    if (x === null) continue;
    if (from !== null && x < from && (xs[i + 1] ?? x) < from) continue;
    if (to !== null && x > to && (xs[i - 1] ?? x) > to) continue;
    points.x.push(x);
    points.y.push(series.y[i]);
    points.step.push(series.x[i]);
    points.time.push(series.time[i]);
    points.attempt.push(series.attempt?.[i] ?? 0);
    points.records?.push(series.records?.[i] ?? 1);
    points.mean?.push(series.mean?.[i] ?? null);
  }
  return points;
}
