/**
 * @import { Mark } from "../curves/happenings.js"
 * @import { Line } from "../curves/lines.js"
 * @import { Forecast } from "./forecast.js"
 * @import { Plot } from "./plot-list.js"
 */
import { create } from "../base/dom.js";

/** What each mark is called, in the order of the key. */
const SIGNS = /** @type {const} */ ([
  ["checkpoint", "checkpoint"],
  ["best", "best"],
  ["rewind", "rewind"],
  ["nonfinite", "not finite"],
]);

/**
 * Which kinds of marks a plot has.
 *
 * @param {Plot} plot
 * @param {Line[]} lines
 * @param {Mark[]} marks
 * @returns {Set<Mark["kind"]>}
 */
export function signsOn(plot, lines, marks) {
  const signs = new Set(marks.map(({ kind }) => kind));
  if (plot.validates) signs.add("best");
  const allFinite = lines.every((line) => line.y.every((y) => y === null || Number.isFinite(y)));
  return allFinite ? signs : signs.add("nonfinite");
}

/**
 * What these marks look like: once for all plots, which have the same.
 *
 * @param {Set<Mark["kind"]>} signs
 */
export function signsKey(signs) {
  return SIGNS.filter(([kind]) => signs.has(kind)).map(([kind, word]) => sign(kind, word));
}

/**
 * What the kinds of lines look like, where there is more than one.
 *
 * @param {Plot} plot
 * @param {Line[]} lines
 * @param {{ forecast?: Forecast | null, cut?: number, signs?: Set<Mark["kind"]> }} [more] cut: how many outliers are cut
 *   off; signs: the marks, for a plot that is seen alone
 */
export function keyOf(plot, lines, { forecast, cut = 0, signs = new Set() } = {}) {
  const told = [
    ...signsKey(signs),
    ...groupKey(lines),
    ...(cut > 0 ? [sign("clipped", `5–95 %: ${cut} ${cut === 1 ? "point" : "points"} cut off`)] : []),
  ];
  return [...linesKey(plot, lines, forecast), ...told];
}

/**
 * @param {Plot} plot
 * @param {Line[]} lines
 * @param {Forecast | null} [forecast]
 */
function linesKey(plot, lines, forecast) {
  if (plot.stack) {
    return lines.map(({ share, label }) => create("span", { class: "key", data: { share } }, label));
  }
  if (plot.parts)
    return plot.parts.map(({ label }, part) =>
      keyOfPart(
        label,
        part,
        lines.some((line) => line.ofMany),
      ),
    );
  const kinds = new Map(lines.map((line) => [line.kind, line]));
  /** @type {[sign: string, word: string][]} */
  const entries = [];
  if (kinds.size > 1) {
    for (const line of kinds.values()) entries.push(line.faint ? ["raw", "each"] : [line.kind, line.label]);
  }
  if (forecast) entries.push(["forecast", "forecast, 80 % band"]);
  return entries.map(([kind, word]) => sign(kind, word));
}

/**
 * @param {string} label
 * @param {number} part
 * @param {boolean} ofMany
 */
function keyOfPart(label, part, ofMany) {
  const stroke = create("span", {
    class: ofMany ? "stroke grey" : "stroke",
    data: { stroke: part },
    "aria-hidden": "true",
  });
  return create("span", { class: "key", data: { part } }, stroke, label);
}

/** @param {Line[]} lines */
function groupKey(lines) {
  return lines.some((line) => line.band) ? [sign("group", "mean ± 1 standard deviation")] : [];
}

/**
 * @param {string} kind
 * @param {string} word
 */
function sign(kind, word) {
  return create("span", { class: "key", data: { sign: kind } }, word);
}

/**
 * Makes these the entries of a key, where they are not already.
 *
 * @param {Element} key
 * @param {Element[]} entries
 */
export function showEntries(key, entries) {
  const isSame = entries.length === key.childElementCount;
  if (!isSame || !entries.every((entry, i) => entry.isEqualNode(key.children[i]))) key.replaceChildren(...entries);
}
