/** @import { Points } from "./points.js" */

/** What time is used for, as the API's `hours` has it, in the order in which it is stacked. */
export const TIME_KINDS = /** @type {const} */ (["productive", "replayed", "evaluation", "checkpoint", "paused"]);

/** @typedef {typeof TIME_KINDS[number]} TimeKind */

/**
 * A layer of a stack: its own values, and where its upper edge stands above all layers below it.
 *
 * @typedef {Points & { kind: TimeKind, top: number[] }} Layer
 */

/** @param {TimeKind} kind */
export function signalOf(kind) {
  return `${kind}_seconds`;
}

/**
 * Stacks curves, of which each has points only where it changes: all get the points of all.
 *
 * @param {Map<TimeKind, Points>} curves bottom first
 * @param {boolean} newestOnly whether earlier attempts are left out: their positions would come back
 * @returns {Layer[]}
 */
export function stackOf(curves, newestOnly) {
  const all = gridOf([...curves.values()]);
  const newest = all.at(-1)?.attempt;
  const grid = newestOnly ? all.filter((point) => point.attempt === newest) : all;
  const places = {
    x: grid.map((point) => point.x),
    step: grid.map((point) => point.step),
    time: grid.map((point) => point.time),
    attempt: grid.map((point) => point.attempt),
  };
  const top = grid.map(() => 0);
  return [...curves].map(([kind, points]) => {
    const y = valuesAt(points, grid);
    for (const [i, value] of y.entries()) top[i] += value;
    return { kind, top: [...top], y, ...places };
  });
}

/** @typedef {{ x: number, step: number, time: number | null, attempt: number }} Place */

/**
 * Every place that one of the curves has a point at, once, in the order of the training.
 *
 * @param {Points[]} curves
 * @returns {Place[]}
 */
function gridOf(curves) {
  const all = curves.flatMap(({ x, step, time, attempt }) =>
    x.map((own, i) => ({ x: own, step: step[i], time: time[i], attempt: attempt[i] })),
  );
  all.sort((a, b) => a.attempt - b.attempt || a.step - b.step);
  return all.filter(({ attempt, step }, i) => all[i + 1]?.attempt !== attempt || all[i + 1].step !== step);
}

/**
 * The values of a curve at these places: on a straight line between its points, level outside them.
 *
 * @param {Points} curve
 * @param {Place[]} grid
 */
function valuesAt({ step, attempt, y }, grid) {
  let next = 0;
  return grid.map((place) => {
    while (next < step.length && isBefore(attempt[next], step[next], place)) next++;
    while (attempt[next + 1] === place.attempt && step[next + 1] === place.step) next++; // the newest of one position
    const [before, after] = [next - 1, next];
    if (after < step.length && attempt[after] === place.attempt && step[after] === place.step) return y[after] ?? 0;
    if (attempt[before] !== place.attempt) return (attempt[after] === place.attempt ? y[after] : y[before]) ?? 0;
    if (attempt[after] !== place.attempt) return y[before] ?? 0;
    const part = (place.step - step[before]) / (step[after] - step[before]);
    return (y[before] ?? 0) + part * ((y[after] ?? 0) - (y[before] ?? 0));
  });
}

/**
 * @param {number} attempt
 * @param {number} step
 * @param {Place} place
 */
function isBefore(attempt, step, place) {
  return attempt < place.attempt || (attempt === place.attempt && step < place.step);
}
