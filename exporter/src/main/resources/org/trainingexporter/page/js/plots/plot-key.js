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
 * @param {Forecast | null} [forecast]
 */
export function keyOf(plot, lines, marks, forecast) {
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
  return entries.map(([sign, word]) => create("span", { class: "key", data: { sign } }, word));
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
