/**
 * @import { Plot } from "../plots/plot-list.js"
 * @import { View } from "../state/view.js"
 * @import { Curve } from "./curve.js"
 */
import { smooth } from "./smooth.js";
import { positionRange, xOf } from "./x-axis.js";

/** Behind a mean of fewer records the values themselves are drawn strong: they say more than it. */
const STRONG_BELOW = 10;

/**
 * Points of a plot: where each stands, its value, and the position, time and attempt that it has in the log.
 *
 * @typedef {object} Points
 * @property {number[]} x in the units of the x axis
 * @property {(number | null)[]} y
 * @property {number[]} step
 * @property {(number | null)[]} time
 * @property {number[]} attempt
 *
 * @typedef {object} LineStyle
 * @property {"raw" | "mean" | "smooth" | "second"} kind
 * @property {string} label
 * @property {boolean} [smoothed] whether it is drawn over the values that it averages
 * @property {boolean} [faint] whether a smoothed line is drawn over it
 *
 * @typedef {Points & LineStyle & { run: string, runIndex: number }} Line runIndex: the run's place in the plots
 */

/**
 * The lines of one plot: for each shown run its values and what smooths them, which is the average that the
 * viewer chose, else the exporter's mean.
 *
 * @param {Plot} plot
 * @param {string[]} runs
 * @param {Map<string, Curve>} curves
 * @param {View} view
 * @returns {Line[]}
 */
export function linesOf(plot, runs, curves, view) {
  const hidden = view.get("hidden");
  return runs.flatMap((run, runIndex) => {
    const curve = curves.get(run);
    if (curve === undefined || hidden.includes(run)) return [];
    return linesOfRun(plot, curve, view).map((line) => ({ ...line, run, runIndex }));
  });
}

/**
 * @param {Plot} plot
 * @param {Curve} curve
 * @param {View} view
 */
function linesOfRun(plot, curve, view) {
  const weight = view.get("smooth");
  const raw = pointsOf(curve, plot.signal, view);
  const smoothed = weight > 0 && raw ? smoothPoints(raw, weight) : pointsOf(curve, plot.mean, view);
  const second = pointsOf(curve, plot.second, view);
  /** @type {(Points & LineStyle)[]} */
  const lines = [];
  /**
   * @param {LineStyle} style
   * @param {Points | null} points
   */
  const add = (style, points) => {
    if (points && points.x.length > 0) lines.push({ ...style, ...points });
  };
  const window = weight > 0 ? STRONG_BELOW : meanWindow(plot, curve);
  const faint = (smoothed?.x.length ?? 0) > 0 && !plot.showPoints && window >= STRONG_BELOW;
  add({ kind: "raw", label: plot.label ?? plot.title, faint }, raw);
  add(
    weight > 0
      ? { kind: "smooth", label: "smoothed", smoothed: true }
      : { kind: "mean", label: plot.meanLabel ?? "mean", smoothed: true },
    window > 1 ? smoothed : null,
  );
  add(
    { kind: "second", label: plot.secondLabel ?? "second" },
    second && weight > 0 ? smoothPoints(second, weight) : second,
  );
  return lines;
}

/**
 * Of how many records the exporter's mean is: of a tenth of the newest attempt's, up to the longest.
 *
 * @param {Plot} plot
 * @param {Curve} curve
 */
function meanWindow(plot, curve) {
  const series = curve.series(plot.signal);
  if (plot.longestMean === undefined || series === undefined) return STRONG_BELOW;
  const newest = series.attempt?.filter((attempt) => attempt === series.attempt?.at(-1)).length ?? series.x.length;
  const records = ((series.count ?? series.x.length) * newest) / Math.max(1, series.x.length);
  return Math.max(1, Math.min(plot.longestMean, Math.floor(records / 10)));
}

/**
 * Each attempt begins its average anew.
 *
 * @param {Points} points
 * @param {number} weight
 */
function smoothPoints(points, weight) {
  const ends = points.attempt.flatMap((attempt, i) => (attempt === points.attempt[i + 1] ? [] : [i + 1]));
  const y = ends.flatMap((end, i) => smooth(points.y.slice(ends[i - 1] ?? 0, end), weight));
  return { ...points, y };
}

/**
 * The points of a signal whose x is known, with one just outside the shown range on either side.
 *
 * @param {Curve} curve
 * @param {string | undefined} signal
 * @param {View} view
 * @returns {Points | null}
 */
function pointsOf(curve, signal, view) {
  if (signal === undefined) return null;
  const [axis, from, to] = [view.get("x"), view.get("from"), view.get("to")];
  const series = curve.series(signal, positionRange(curve, axis, from, to));
  if (!series) return null;
  const xs = xOf(series, curve.start, axis);
  /** @type {Points} */
  const points = { x: [], y: [], step: [], time: [], attempt: [] };
  for (const [i, x] of xs.entries()) {
    if (x === null) continue;
    if (from !== null && x < from && (xs[i + 1] ?? x) < from) continue;
    if (to !== null && x > to && (xs[i - 1] ?? x) > to) continue;
    points.x.push(x);
    points.y.push(series.y[i]);
    points.step.push(series.x[i]);
    points.time.push(series.time[i]);
    points.attempt.push(series.attempt?.[i] ?? 0);
  }
  return points;
}

/**
 * The index of the point with a value that is nearest to an x, of equals the last; -1 without any.
 *
 * @param {Points} line
 * @param {number} x
 */
export function nearest(line, x) {
  let best = -1;
  let distance = Infinity;
  for (const [i, own] of line.x.entries()) {
    const here = Math.abs(own - x);
    if (here <= distance && line.y[i] !== null) {
      best = i;
      distance = here;
    }
  }
  return best;
}
