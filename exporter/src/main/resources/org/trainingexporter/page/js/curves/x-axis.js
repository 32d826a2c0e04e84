/**
 * The x axes of the plots: where a point of a series stands on each, and how to get from one to the other.
 * A range is [low, high]; its ends, and every x, are in the units of the axis: the log's own counter for
 * step, seconds since 1970 for time, seconds since the run's first record for relative, epochs and tokens for
 * those.
 *
 * @import { Axis } from "../state/url.js"
 * @import { Curve, Series } from "./curve.js"
 */
import { compact, dateTime, duration, position } from "../base/format.js";
import { extentOf as extentOfValues } from "../chart/axes.js";
import { countsAt } from "./counters.js";

/** The signal that an axis counts, where it counts one. @type {Partial<Record<Axis, string>>} */
const COUNTED = { epoch: "epoch", tokens: "tokens" };

/**
 * Whether this run has a place on the axis.
 *
 * @param {Curve} curve
 * @param {Axis} axis
 */
export function hasAxis(curve, axis) {
  const counted = COUNTED[axis];
  return counted === undefined || curve.axis === axis || curve.signals.some(({ signal }) => signal === counted);
}

/**
 * @param {Series} series
 * @param {Pick<Curve, "start" | "axis" | "series">} curve the run's
 * @param {Axis} axis
 * @returns {(number | null)[]}
 */
export function xOf(series, curve, axis) {
  const { start } = curve;
  if (axis === "step" || axis === curve.axis) return series.x;
  if (axis === "time") return series.time;
  if (axis === "epoch" || axis === "tokens") return countsAt(curve.series(axis), series.x);
  return series.time.map((time) => (time === null || start === null ? null : time - start));
}

/**
 * The range that all plots show: the part that was chosen, else all of the runs.
 *
 * @param {Curve[]} curves
 * @param {Axis} axis
 * @param {number | null} from
 * @param {number | null} to
 * @returns {[number, number]}
 */
export function shownRange(curves, axis, from = null, to = null) {
  const extents = curves.map((curve) => extentOf(curve, axis)).filter((extent) => extent !== null);
  const low = from ?? Math.min(...extents.map(([first]) => first));
  const high = to ?? Math.max(...extents.map(([, last]) => last));
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [0, 1];
  return low < high ? [low, high] : [low, low + 1];
}

/**
 * @param {Curve} curve
 * @param {Axis} axis
 * @returns {[number, number] | null}
 */
function extentOf(curve, axis) {
  if (axis === "epoch" || axis === "tokens") return endsOf(xOf(curve.longestSeries(), curve, axis));
  const extent = curve.extent(axis === "step" ? "x" : "time");
  if (extent === null || axis !== "relative") return extent;
  return curve.start === null ? null : [extent[0] - curve.start, extent[1] - curve.start];
}

/**
 * @param {(number | null)[]} xs
 * @returns {[number, number] | null}
 */
function endsOf(xs) {
  const [low, high] = extentOfValues(xs);
  return low <= high ? [low, high] : null;
}

/**
 * A part of the x axis as positions of this run, at most one point wider; null for the whole run.
 *
 * @param {Curve} curve
 * @param {Axis} axis
 * @param {number | null} from
 * @param {number | null} to
 * @returns {[number, number] | null}
 */
export function positionRange(curve, axis, from, to) {
  if (from === null && to === null) return null;
  if (axis === "step") return [from ?? -Infinity, to ?? Infinity];
  const series = curve.longestSeries();
  const xs = xOf(series, curve, axis);
  const before = from === null ? -1 : xs.findLastIndex((x) => x !== null && x <= from);
  const after = to === null ? -1 : xs.findIndex((x) => x !== null && x >= to);
  return [before < 0 ? -Infinity : series.x[before], after < 0 ? Infinity : series.x[after]];
}

/**
 * Where an x of one axis stands on another, by this run's points; null where that is not known.
 *
 * @param {Curve} curve
 * @param {number | null} x
 * @param {Axis} from
 * @param {Axis} to
 */
export function translate(curve, x, from, to) {
  if (x === null) return null;
  const series = curve.longestSeries();
  return interpolate(xOf(series, curve, from), xOf(series, curve, to), x);
}

/**
 * @param {(number | null)[]} xs
 * @param {(number | null)[]} ys
 * @param {number} x
 */
function interpolate(xs, ys, x) {
  let i = xs.findIndex((one) => one !== null && one >= x);
  if (i < 0) i = xs.length - 1;
  const value = i > 0 ? between(xs[i - 1], xs[i], ys[i - 1], ys[i], x) : ys[i];
  return value !== undefined && value !== null && Number.isFinite(value) ? value : null;
}

/**
 * @param {number | null} x0
 * @param {number | null} x1
 * @param {number | null} y0
 * @param {number | null} y1
 * @param {number} x
 */
function between(x0, x1, y0, y1, x) {
  if (y0 === null || y1 === null) return null;
  const part = x0 !== null && x1 !== null && x1 > x0 ? (x - x0) / (x1 - x0) : 1;
  return y0 + part * (y1 - y0);
}

/**
 * A place on an axis, for people.
 *
 * @param {Axis} axis
 * @param {number} x
 */
export function wordsOfPlace(axis, x) {
  if (axis === "time") return dateTime(x);
  if (axis === "relative") return `${duration(x)} in`;
  return axis === "tokens" ? `${compact(x)} tokens` : `${axis} ${position(x)}`;
}
