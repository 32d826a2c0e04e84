/**
 * @import { Mark } from "../curves/happenings.js"
 * @import { Line } from "../curves/lines.js"
 * @import { Forecast } from "./forecast.js"
 * @import { Plot } from "./plot-list.js"
 */
import { create } from "../base/dom.js";

/**
 * What the kinds of lines and marks look like, where there is more than one.
 *
 * @param {Plot} plot
 * @param {Line[]} lines
 * @param {Mark[]} marks
 * @param {{ forecast?: Forecast | null, cut?: number }} [more] cut: how many outliers are cut off
 */
export function keyOf(plot, lines, marks, { forecast, cut = 0 } = {}) {
  const told = [
    ...groupKey(lines),
    ...(cut > 0 ? [sign("clipped", `5–95 %: ${cut} ${cut === 1 ? "point" : "points"} cut off`)] : []),
  ];
  return [...linesKey(plot, lines, marks, forecast), ...told];
}

/**
 * @param {Plot} plot
 * @param {Line[]} lines
 * @param {Mark[]} marks
 * @param {Forecast | null} [forecast]
 */
function linesKey(plot, lines, marks, forecast) {
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
  const happened = new Set(marks.map(({ kind }) => kind));
  if (happened.has("checkpoint")) entries.push(["checkpoint", "checkpoint"]);
  if (happened.has("best") || plot.validates) entries.push(["best", "best"]);
  if (happened.has("rewind")) entries.push(["rewind", "rewind"]);
  const allFinite = lines.every((line) => line.y.every((y) => y === null || Number.isFinite(y)));
  if (happened.has("nonfinite") || !allFinite) entries.push(["nonfinite", "not finite"]);
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
