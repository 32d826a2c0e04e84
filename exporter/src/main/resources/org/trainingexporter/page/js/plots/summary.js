/**
 * What a plot shows, in words.
 *
 * @import { Curve } from "../curves/curve.js"
 * @import { Line } from "../curves/lines.js"
 * @import { Plot } from "./plot-list.js"
 */
import { number, position } from "../base/format.js";

/**
 * @param {Plot} plot
 * @param {Line[]} lines
 * @param {Line | undefined} raw the one that it tells most of
 * @param {Curve | undefined} curve
 */
export function summaryOf(plot, lines, raw, curve) {
  if (raw === undefined) return "Nothing to plot.";
  return raw.share ? summaryOfStack(plot, lines, curve) : summaryOfLine(plot, raw, curve);
}

/**
 * @param {Plot} plot
 * @param {Line} line
 * @param {Curve | undefined} curve
 */
function summaryOfLine(plot, line, curve) {
  let lowest = 0;
  for (const [i, y] of line.y.entries()) {
    const least = line.y[lowest];
    if (y !== null && Number.isFinite(y) && !(least !== null && least <= y)) lowest = i;
  }
  /** @param {number} i */
  const at = (i) => `${plot.format(line.y[i])} ${plot.unit} at ${curve?.axis ?? "step"} ${position(line.step[i])}`;
  return `${number(line.x.length)} points. Newest ${at(line.x.length - 1)}. Lowest ${at(lowest)}.`;
}

/**
 * @param {Plot} plot
 * @param {Line[]} layers bottom first
 * @param {Curve | undefined} curve
 */
function summaryOfStack(plot, layers, curve) {
  const parts = layers.map(({ label, y }) => `${label} ${plot.format(y.at(-1) ?? null)}`);
  return `Up to ${curve?.axis ?? "step"} ${position(layers[0].step.at(-1) ?? null)}: ${parts.join(", ")}.`;
}
