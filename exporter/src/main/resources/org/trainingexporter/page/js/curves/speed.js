/** @import { Points } from "./points.js" */

/** A gap in seconds above which, and above so many usual gaps, the training paused. */
const LEAST_PAUSE = 600;
const USUAL_GAPS = 10;

/**
 * Steps over time, pauses left out: never a mean of the momentary speeds. Where no time is known, the time that the
 * steps took at the speeds between them. Null where there is no step forward.
 *
 * @param {Points} line of speeds
 */
export function averageSpeed(line) {
  const timed = gapsOf(line, (i) => seconds(line.time[i - 1], line.time[i]));
  const gaps = timed.length > 0 ? timed : gapsOf(line, (i) => secondsAt(line.y[i], line.step[i] - line.step[i - 1]));
  const sorted = gaps.map(([, gap]) => gap).sort((a, b) => a - b);
  const longest = Math.max(LEAST_PAUSE, USUAL_GAPS * (sorted[Math.floor(sorted.length / 2)] ?? 0));
  let [steps, time] = [0, 0];
  for (const [gained, gap] of gaps) {
    if (gap > longest) continue;
    steps += gained;
    time += gap;
  }
  return time > 0 ? steps / time : null;
}

/**
 * The steps between neighbouring points of one attempt, and the seconds that they took.
 *
 * @param {Points} line
 * @param {(i: number) => number | null} secondsTo the point with that index, from the one before
 */
function gapsOf(line, secondsTo) {
  /** @type {[steps: number, seconds: number][]} */
  const gaps = [];
  for (let i = 1; i < line.step.length; i++) {
    const steps = line.step[i] - line.step[i - 1];
    const gap = secondsTo(i);
    if (line.attempt[i] === line.attempt[i - 1] && steps > 0 && gap !== null && gap > 0) gaps.push([steps, gap]);
  }
  return gaps;
}

/**
 * @param {number | null} from
 * @param {number | null} to
 */
function seconds(from, to) {
  return from === null || to === null ? null : to - from;
}

/**
 * @param {number | null} speed
 * @param {number} steps
 */
function secondsAt(speed, steps) {
  return speed === null || !Number.isFinite(speed) ? null : steps / speed;
}
