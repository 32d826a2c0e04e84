/**
 * What stands on and beside the lines of a plot.
 *
 * @import { ChartMark, Rule } from "../chart/scene.js"
 * @import { Theme } from "../chart/theme.js"
 * @import { Curve } from "../curves/curve.js"
 * @import { Mark } from "../curves/happenings.js"
 * @import { Line } from "../curves/lines.js"
 * @import { Points } from "../curves/points.js"
 * @import { Axis } from "../state/url.js"
 * @import { Plot } from "./plot-list.js"
 * @import { PlotDrawing } from "./plot-view.js"
 */
import { integer, number } from "../base/format.js";
import { notFiniteMarks } from "../chart/shapes.js";
import { isWithin, marksOn, xOfStep } from "../curves/happenings.js";
import { nearest } from "../curves/lines.js";
import { averageSpeed, trained } from "../curves/speed.js";

/** How each kind of vertical line is drawn. */
const LINES = {
  checkpoint: { colour: "soft", width: 1, dash: [], opacity: 0.4 },
  best: { colour: "mark", width: 1.2, dash: [], opacity: 0.9 },
  rewind: { colour: "text", width: 1.2, dash: [7, 3], opacity: 0.7 },
  nonfinite: { colour: "bad", width: 1.2, dash: [2, 2], opacity: 0.9 },
};

/** Lines of checkpoints are at least so far apart: else they would hide the curve. */
const APART_PX = 4;

/**
 * What is not finite, and the best point of each run.
 *
 * @param {Plot} plot
 * @param {PlotDrawing} drawing
 * @param {Theme} theme
 * @returns {ChartMark[]}
 */
export function marksOf(plot, drawing, theme) {
  const raw = drawing.lines.filter((line) => line.kind === "raw");
  return [...notFiniteMarks(raw, theme), ...stars(plot, drawing, theme)];
}

/**
 * What happened to the run, and straight guides.
 *
 * @param {Plot} plot
 * @param {PlotDrawing} drawing
 * @param {Theme} theme
 * @param {number} width of the x axis in pixels
 * @returns {Rule[]}
 */
export function rulesOf(plot, drawing, theme, width) {
  return [...happenings(drawing, theme, width), ...guides(plot, drawing, theme)];
}

/**
 * A vertical line for each checkpoint, rewind and value that is not finite, of the first run alone.
 *
 * @param {PlotDrawing} drawing
 * @param {Theme} theme
 * @param {number} width
 * @returns {Rule[]}
 */
function happenings({ lines, curves, axis, range }, theme, width) {
  const curve = lines[0] && curves.get(lines[0].run);
  const apart = ((range[1] - range[0]) * APART_PX) / Math.max(1, width);
  return thinOut(curve ? marksOn(curve, axis, range) : [], apart).map(({ kind, x }) => {
    const { colour, ...style } = LINES[kind];
    return { name: kind, x, colour: theme[/** @type {"soft" | "mark" | "text" | "bad"} */ (colour)], ...style };
  });
}

/**
 * @param {Mark[]} marks
 * @param {number} apart
 */
function thinOut(marks, apart) {
  let last = -Infinity;
  return marks.filter(({ kind, x }) => {
    if (kind !== "checkpoint") return true;
    if (x - last < apart) return false;
    last = x;
    return true;
  });
}

/**
 * The best checkpoint of each run on its line; where validations are drawn, the best validation.
 *
 * @param {Plot} plot
 * @param {PlotDrawing} drawing
 * @param {Theme} theme
 */
function stars(plot, { lines, curves, axis, range, logScale }, theme) {
  /** @type {ChartMark[]} */
  const best = [];
  for (const [run, line] of markedLines(lines)) {
    const x = bestOf(plot, curves.get(run), axis);
    const y = x === null ? null : (line.y[nearest(line, x)] ?? null);
    if (x === null || y === null || !isWithin(x, range) || !Number.isFinite(y) || (logScale && y <= 0)) continue;
    best.push({ name: "best", x, y, shape: "star", size: 15, colour: theme.mark });
  }
  return best;
}

/**
 * @param {Plot} plot
 * @param {Curve | undefined} curve
 * @param {Axis} axis
 */
function bestOf(plot, curve, axis) {
  if (curve === undefined) return null;
  const { best_validation: validation, checkpoints = [] } = curve.marks;
  const checkpoint = checkpoints.find((one) => one.best)?.step ?? null;
  const validated = (curve.axis === "epoch" ? validation?.epoch : validation?.step) ?? null;
  return xOfStep(curve, axis, plot.validates ? validated : checkpoint);
}

/**
 * Of each run the line that its marks stand on: the smoothed one where there is one.
 *
 * @param {Line[]} lines
 */
function markedLines(lines) {
  /** @type {Map<string, Line>} */
  const marked = new Map();
  for (const line of lines) {
    if (line.kind !== "second" && !line.share && (line.smoothed || !marked.has(line.run))) marked.set(line.run, line);
  }
  return marked;
}

/**
 * Straight lines of the first run alone: several runs' would hide the curves.
 *
 * @param {Plot} plot
 * @param {PlotDrawing} drawing
 * @param {Theme} theme
 * @returns {Rule[]}
 */
function guides(plot, { lines, curves, axis, range }, theme) {
  const line = lines.find((one) => one.kind === "raw");
  const curve = line && curves.get(line.run);
  if (!line || !curve) return [];
  const { warmup_end_step: warmup, learning_rate_max: maximum } = curve.marks;
  const average = plot.guides.includes("average") ? averageSpeed(wholeOf(curve, plot), trained(curve)) : null;
  const style = { name: "guide", colour: theme.soft, dash: [4, 3] };
  /** @type {Rule[]} */
  const rules = [];
  if (plot.guides.includes("warmup") && isFiniteNumber(warmup)) {
    const x = xOfStep(curve, axis, warmup);
    if (x !== null && isWithin(x, range)) {
      const align = sideOf((x - range[0]) / (range[1] - range[0]));
      rules.push({ ...style, x, label: { text: `warm-up ends at ${integer(warmup)}`, align } });
    }
  }
  if (plot.guides.includes("maximum") && isFiniteNumber(maximum)) {
    rules.push({ ...style, y: maximum, label: { text: `maximum ${number(maximum)}`, below: true } });
  }
  if (average !== null) rules.push({ ...style, y: average, label: { text: `average ${number(average)}` } });
  return rules;
}

/**
 * The points of the whole run, whichever part is shown.
 *
 * @param {Curve} curve
 * @param {Plot} plot
 * @returns {Points}
 */
function wholeOf(curve, plot) {
  const { x, y, time, attempt } = curve.series(plot.signal) ?? { x: [], y: [], time: [] };
  return { x, y, time, step: x, attempt: attempt ?? x.map(() => 0) };
}

/**
 * Words above a place near an end stand on its inner side, clear of the other axis.
 *
 * @param {number} fraction
 */
function sideOf(fraction) {
  return fraction < 0.25 ? "left" : fraction > 0.75 ? "right" : "center";
}

/**
 * @param {unknown} value
 * @returns {value is number}
 */
function isFiniteNumber(value) {
  return Number.isFinite(value);
}
