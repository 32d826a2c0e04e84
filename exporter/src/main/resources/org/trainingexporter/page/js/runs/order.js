/**
 * The rows of the table of runs: sorted, and under a heading for each group.
 *
 * @import { Column, Value } from "./columns.js"
 *
 * @typedef {{ group: string, count: number }} GroupRow
 * @typedef {{ run: Api.Run }} RunRow
 */
import { columnNamed, folderOf } from "./columns.js";

/**
 * Sorts by a column, `-` before its key for the largest first; what is not known stands last.
 *
 * @param {Api.Run[]} runs
 * @param {string} sort empty: as the exporter has them, the newest first
 * @param {Column[]} columns
 */
export function sorted(runs, sort, columns) {
  const key = sort.replace(/^-/, "");
  const read = key === "name" ? (/** @type {Api.Run} */ run) => run.run : columns.find((one) => one.key === key)?.read;
  if (read === undefined) return runs;
  const sign = sort.startsWith("-") ? -1 : 1;
  const keyed = runs.map((run) => ({ run, value: read(run) }));
  return keyed.sort((a, b) => compare(a.value, b.value, sign)).map(({ run }) => run);
}

/**
 * @param {Value} a
 * @param {Value} b
 * @param {number} sign
 */
function compare(a, b, sign) {
  const [isLastA, isLastB] = [a, b].map((value) => value === null || Number.isNaN(value));
  if (isLastA || isLastB) return Number(isLastA) - Number(isLastB);
  if (typeof a === "number" && typeof b === "number") return sign * (a - b);
  if (typeof a !== typeof b) return typeof a === "number" ? -1 : 1;
  return sign * String(a).localeCompare(String(b), "en", { numeric: true });
}

/**
 * Runs under the headings of their groups, in the order of each group's first run.
 *
 * @param {Api.Run[]} runs
 * @param {string} by "folder", the key of a column, or empty for no groups
 * @param {Column[]} columns
 * @param {Set<string>} closed groups whose runs are folded away
 * @returns {(GroupRow | RunRow)[]}
 */
export function grouped(runs, by, columns, closed) {
  const column = by === "folder" ? undefined : columnNamed(by, columns);
  if (by === "" || (by !== "folder" && column === undefined)) return runs.map((run) => ({ run }));
  /** @type {Map<string, Api.Run[]>} */
  const groups = new Map();
  for (const run of runs) {
    const name = column ? `${column.word} ${column.format(column.read(run))}` : folderOf(run) || "(no folder)";
    const group = groups.get(name);
    if (group) group.push(run);
    else groups.set(name, [run]);
  }
  return [...groups].flatMap(([group, own]) => [
    { group, count: own.length },
    ...(closed.has(group) ? [] : own.map((run) => ({ run }))),
  ]);
}
