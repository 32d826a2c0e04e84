/**
 * @import { Curve, Series } from "./curve.js"
 * @import { Points } from "./points.js"
 */

/**
 * Steps, and the seconds that they took.
 *
 * @typedef {object} Trained
 * @property {number} steps
 * @property {number} seconds
 */

/**
 * The steps of all attempts, and the hours that the exporter counts as training: productive ones, validations and
 * checkpoints, but no pauses, no downtime between attempts, and nothing that was trained again after a rewind, whose
 * first steps no curve has any more. Steps and hours are those of the same records. Null where there are no hours, or
 * where positions are epochs.
 *
 * @param {Curve} curve
 * @returns {Trained | null}
 */
export function trained(curve) {
  const productive = curve.series("productive_seconds");
  if (!productive || curve.axis !== "step") return null;
  const { x, y, attempt = [] } = productive;
  let steps = 0;
  let seconds = newest(curve.series("evaluation_seconds")) + newest(curve.series("checkpoint_seconds"));
  for (let i = 1; i < x.length; i++) {
    if (attempt[i] !== attempt[i - 1]) continue;
    steps += Math.max(0, x[i] - x[i - 1]);
    seconds += (y[i] ?? 0) - (y[i - 1] ?? 0);
  }
  return steps > 0 && seconds > 0 ? { steps, seconds } : null;
}

/** @param {Series | null | undefined} series */
function newest(series) {
  return series?.y.at(-1) ?? 0;
}

/**
 * Steps over time: never a mean of the momentary speeds. Where no time is known, the time that the steps took at the
 * speeds between them. Null where there is no step forward.
 *
 * @param {Points} line of speeds
 * @param {Trained | null} [known]
 */
export function averageSpeed({ step, y, attempt }, known = null) {
  if (known) return known.steps / known.seconds;
  let [steps, seconds] = [0, 0];
  for (let i = 1; i < step.length; i++) {
    const gained = step[i] - step[i - 1];
    const speed = y[i];
    if (attempt[i] !== attempt[i - 1] || gained <= 0) continue;
    if (speed === null || !Number.isFinite(speed) || speed <= 0) continue;
    steps += gained;
    seconds += gained / speed;
  }
  return seconds > 0 ? steps / seconds : null;
}
