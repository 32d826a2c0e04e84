/** @import { Points } from "./points.js" */

/**
 * The seconds from the first record to the newest, without the pauses that the exporter found and without what was
 * trained again after a rewind, whose first steps no curve has any more. Null where it has no times to find them by.
 *
 * @param {Api.Stats | undefined} stats
 */
export function trainedSeconds(stats) {
  const { start = null, updated = null, hours } = stats ?? {};
  const { paused_seconds: paused = null, replayed_seconds: replayed = null } = hours ?? {};
  if (start === null || updated === null || paused === null) return null;
  return updated - start - paused - (replayed ?? 0);
}

/**
 * Steps over time, pauses left out: never a mean of the momentary speeds. Where no time is known, the time that the
 * steps took at the speeds between them. Null where there is no step forward.
 *
 * @param {Points} speeds
 * @param {Points} all of the run's points
 * @param {number | null} [seconds] that the run trained
 */
export function averageSpeed(speeds, all, seconds = null) {
  const steps = gainsOf(all).reduce((sum, [, gained]) => sum + gained, 0);
  if (steps > 0 && seconds !== null && seconds > 0) return steps / seconds;
  let [timedSteps, secondsAtSpeeds] = [0, 0];
  for (const [i, gained] of gainsOf(speeds)) {
    const speed = speeds.y[i];
    if (speed === null || !Number.isFinite(speed) || speed <= 0) continue;
    timedSteps += gained;
    secondsAtSpeeds += gained / speed;
  }
  return secondsAtSpeeds > 0 ? timedSteps / secondsAtSpeeds : null;
}

/**
 * The steps from each point to the next of its attempt, where they lead forward.
 *
 * @param {Points} points
 */
function gainsOf({ step, attempt }) {
  /** @type {[next: number, steps: number][]} */
  const gains = [];
  for (let i = 1; i < step.length; i++) {
    const gained = step[i] - step[i - 1];
    if (attempt[i] === attempt[i - 1] && gained > 0) gains.push([i, gained]);
  }
  return gains;
}
