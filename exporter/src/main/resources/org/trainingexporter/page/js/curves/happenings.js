/**
 * What happened to a run, as every plot marks it: checkpoints, the best one, rewinds, values that are not finite.
 *
 * @import { Axis } from "../state/url.js"
 * @import { Curve } from "./curve.js"
 *
 * @typedef {{ kind: "checkpoint" | "best" | "rewind" | "nonfinite", x: number, label: string }} Mark
 */
import { translate } from "./x-axis.js";

/** What the event says where a value stopped being finite. */
const NOT_FINITE = / is (NaN|-?Infinity)$/;

/**
 * The marks between the ends of the x axis, from left to right.
 *
 * @param {Curve} curve
 * @param {Axis} axis
 * @param {[number, number]} range
 * @returns {Mark[]}
 */
export function marksOn(curve, axis, range) {
  const { checkpoints = [], events = [] } = curve.marks;
  /** @type {Mark[]} */
  const marks = [];
  /**
   * @param {Mark["kind"]} kind
   * @param {number | null} x
   * @param {string} label
   */
  const add = (kind, x, label) => {
    if (x !== null && isWithin(x, range)) marks.push({ kind, x, label });
  };
  for (const { name, step, best } of checkpoints) {
    add(best ? "best" : "checkpoint", xOfStep(curve, axis, step), best ? `${name}, the best` : name);
  }
  for (const { type, step, time, message } of events) {
    const x =
      (axis !== "time" && axis !== "relative") || time === null
        ? xOfStep(curve, axis, step)
        : xOfTime(curve, axis, time);
    if (type === "rewind") add("rewind", x, `rewind: ${message}`);
    else if (type === "error" && NOT_FINITE.test(message)) add("nonfinite", x, message);
  }
  return marks.sort((a, b) => a.x - b.x);
}

/**
 * The marks that are at most so far from an x.
 *
 * @param {Mark[]} marks
 * @param {number} x
 * @param {number} distance
 */
export function marksNear(marks, x, distance) {
  return marks.filter((mark) => Math.abs(mark.x - x) <= distance);
}

/**
 * Where a step stands on the x axis, or null.
 *
 * @param {Curve} curve
 * @param {Axis} axis
 * @param {number | null} step
 */
export function xOfStep(curve, axis, step) {
  return axis === "step" ? step : translate(curve, step, "step", axis);
}

/**
 * @param {Curve} curve
 * @param {Axis} axis one of time
 * @param {number} time in seconds since 1970
 */
function xOfTime(curve, axis, time) {
  if (axis === "time") return time;
  return curve.start === null ? null : time - curve.start;
}

/**
 * @param {number} x
 * @param {[number, number]} range
 */
export function isWithin(x, [low, high]) {
  return x >= low && x <= high;
}
