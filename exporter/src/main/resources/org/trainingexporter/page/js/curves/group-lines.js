/**
 * Groups of runs as one line each: their mean, in a band of one standard deviation.
 *
 * @import { Line } from "./lines.js"
 *
 * @typedef {{ low: number[], high: number[] }} Band
 */

/** So many places a mean has at most. */
const PLACES = 400;

/**
 * One line for each group in place of its runs' lines.
 *
 * @param {Line[]} lines
 * @param {Map<string, string>} groups the group of each run
 * @returns {Line[]}
 */
export function groupLines(lines, groups) {
  const names = [...new Set(groups.values())];
  const isSmoothed = lines.some((line) => line.kind === "smooth");
  /** @type {Map<string, Line[]>} */
  const members = new Map();
  for (const line of lines) {
    const isOwn = line.kind === "second" || line.kind === (isSmoothed ? "smooth" : "raw");
    const group = groups.get(line.run);
    if (!isOwn || group === undefined) continue;
    const key = JSON.stringify([group, line.part ?? "", line.kind === "second"]);
    members.set(key, [...(members.get(key) ?? []), line]);
  }
  return [...members.values()].map((own) => {
    const group = groups.get(own[0].run) ?? "";
    return lineOf(own, group, names.indexOf(group), names.length > 1);
  });
}

/**
 * @param {Line[]} own
 * @param {string} group
 * @param {number} index
 * @param {boolean} ofMany
 * @returns {Line}
 */
function lineOf(own, group, index, ofMany) {
  const [first] = own;
  const { x, y, low, high } = meanOf(own.map(newestAttempt));
  return {
    ...{ ...first, faint: false, smoothed: first.kind === "smooth" },
    kind: first.kind === "second" ? "second" : "group",
    label: first.part === undefined && first.kind !== "second" ? "mean" : first.label,
    ...{ run: group, runIndex: index, ofMany, members: own.map((line) => line.run) },
    ...{ x, y, band: { low, high } },
    step: x,
    time: x.map(() => null),
    attempt: x.map(() => 0),
  };
}

/** @param {Line} line */
function newestAttempt({ x, y, attempt }) {
  const start = attempt.indexOf(attempt.at(-1) ?? 0);
  /** @type {{ x: number[], y: number[] }} */
  const points = { x: [], y: [] };
  for (let i = Math.max(0, start); i < x.length; i++) {
    const value = y[i];
    if (value === null || !Number.isFinite(value)) continue;
    if (x[i] <= (points.x.at(-1) ?? -Infinity)) continue;
    points.x.push(x[i]);
    points.y.push(value);
  }
  return points;
}

/**
 * The mean and the standard deviation on both sides of it, of those that have begun and not ended at each place.
 *
 * @param {{ x: number[], y: number[] }[]} lines x rises
 */
export function meanOf(lines) {
  const all = [...new Set(lines.flatMap((line) => line.x))].sort((a, b) => a - b);
  const every = Math.max(1, Math.ceil(all.length / PLACES));
  const x = all.filter((_, i) => i % every === 0 || i === all.length - 1);
  /** @type {{ y: number[] } & Band} */
  const found = { y: [], low: [], high: [] };
  const places = lines.map(() => 0);
  for (const place of x) {
    const values = lines.flatMap((line, i) => {
      while (places[i] < line.x.length - 1 && line.x[places[i] + 1] <= place) places[i]++;
      return valueAt(line, places[i], place);
    });
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const stddev = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    found.y.push(mean);
    found.low.push(mean - stddev);
    found.high.push(mean + stddev);
  }
  return { x, ...found };
}

/**
 * @param {{ x: number[], y: number[] }} line
 * @param {number} i the last point at or before the place
 * @param {number} place
 * @returns {number[]} none outside the line
 */
function valueAt({ x, y }, i, place) {
  if (x.length === 0 || place < x[0] || place > x[x.length - 1]) return [];
  if (i === x.length - 1) return [y[i]];
  return [y[i] + ((place - x[i]) / (x[i + 1] - x[i])) * (y[i + 1] - y[i])];
}
