/**
 * Outliers cut off: a y axis of the middle nine tenths of the values.
 *
 * @import { Line } from "./lines.js"
 *
 * @typedef {{ range: [number, number], cut: number }} Clip cut: how many points stand outside the range
 */
const LOWEST = 0.05;
const HIGHEST = 0.95;
/** Room above and below, as a fraction of the range. */
const MARGIN = 0.06;

/**
 * The range from the 5 % to the 95 % quantile of what is drawn; null where that would cut nothing off.
 *
 * @param {Pick<Line, "y" | "smoothed" | "band">[]} lines
 * @param {boolean} logScale whether only what is positive is drawn
 * @returns {Clip | null}
 */
export function clipOf(lines, logScale) {
  const own = lines.filter((line) => !line.smoothed || line.band).flatMap((line) => line.y);
  const values = own.flatMap((y) => (y !== null && Number.isFinite(y) && (!logScale || y > 0) ? [y] : []));
  values.sort((a, b) => a - b);
  const [low, high] = [quantile(values, LOWEST), quantile(values, HIGHEST)];
  if (!(low < high)) return null;
  const margin = logScale ? (high / low) ** MARGIN : (high - low) * MARGIN;
  /** @type {[number, number]} */
  const range = logScale ? [low / margin, high * margin] : [low - margin, high + margin];
  const cut = values.filter((y) => y < range[0] || y > range[1]).length;
  return cut === 0 ? null : { range, cut };
}

/**
 * @param {number[]} sorted
 * @param {number} part from 0 to 1
 */
function quantile(sorted, part) {
  if (sorted.length === 0) return Number.NaN;
  const place = part * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}
