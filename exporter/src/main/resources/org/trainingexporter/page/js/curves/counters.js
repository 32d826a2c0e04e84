/**
 * Where a count that rises with the steps (epochs, tokens) stands at any position.
 *
 * @import { Series } from "./curve.js"
 *
 * @typedef {{ x: number[], count: number[] }} Knots between which the count is on a straight line
 */

/** The knots of a series with so many points. @type {WeakMap<Series, { size: number, knots: Knots }>} */
const known = new WeakMap();

/**
 * The count at these positions; null without a count.
 *
 * @param {Series | undefined} series of the count
 * @param {number[]} positions
 * @returns {(number | null)[]}
 */
export function countsAt(series, positions) {
  if (series === undefined) return positions.map(() => null);
  const knots = knotsOf(series);
  return positions.map((x) => countAt(knots, x));
}

/**
 * Whether the count has more than one value.
 *
 * @param {Series | undefined} series of the count
 */
export function rises(series) {
  return series !== undefined && knotsOf(series).x.length > 1;
}

/** @param {Series} series */
function knotsOf(series) {
  const size = series.x.length;
  const before = known.get(series);
  if (before?.size === size) return before.knots;
  const knots = makeKnots(series);
  known.set(series, { size, knots });
  return knots;
}

/**
 * Where the count rises: an epoch that many steps share counts from its first. What a rewind or a restart comes back
 * to counts anew.
 *
 * @param {Series} series
 * @returns {Knots}
 */
export function makeKnots({ x, y }) {
  /** @type {Knots} */
  const knots = { x: [], count: [] };
  for (const [i, value] of y.entries()) {
    if (value === null || !Number.isFinite(value)) continue;
    while (knots.x.length > 0 && (Number(knots.x.at(-1)) >= x[i] || Number(knots.count.at(-1)) > value)) {
      knots.x.pop();
      knots.count.pop();
    }
    if (knots.count.at(-1) === value) continue;
    knots.x.push(x[i]);
    knots.count.push(value);
  }
  return knots;
}

/**
 * On the line through the two knots beside a position, or through the last two.
 *
 * @param {Knots} knots
 * @param {number} position
 */
function countAt({ x, count }, position) {
  if (x.length < 2) return count[0] ?? null;
  let [low, high] = [0, x.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (x[middle] <= position) low = middle;
    else high = middle;
  }
  const value = count[low] + ((position - x[low]) / (x[high] - x[low])) * (count[high] - count[low]);
  return Math.max(0, value);
}
