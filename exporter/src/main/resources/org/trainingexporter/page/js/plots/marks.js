/**
 * What stands on and beside the lines of a plot.
 *
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
import { markSeries, notFiniteMarks, STAR } from "../chart/marks.js";
import { isWithin, marksOn, xOfStep } from "../curves/happenings.js";
import { nearest } from "../curves/lines.js";
import { averageSpeed } from "../curves/speed.js";

/** @typedef {(x: number, y: number | null) => unknown} PointOf how ECharts is given a point */

/** How each kind of vertical line is drawn. */
const LINES = {
  checkpoint: { colour: "soft", width: 1, type: "solid", opacity: 0.4 },
  best: { colour: "mark", width: 1.2, type: "solid", opacity: 0.9 },
  rewind: { colour: "text", width: 1.2, type: [7, 3], opacity: 0.7 },
  nonfinite: { colour: "bad", width: 1.2, type: [2, 2], opacity: 0.9 },
};

/** Lines of checkpoints are at least so far apart: else they would hide the curve. */
const APART_PX = 4;

/**
 * What is not finite, what happened to the run, its best point, and straight guides.
 *
 * @param {Plot} plot
 * @param {PlotDrawing} drawing
 * @param {Theme} theme
 * @param {PointOf} pointOf
 * @param {{ scale: number, width: number }} size what ECharts counts for one unit of the x axis, and pixels of it
 * @returns {ECharts.Option[]}
 */
export function marksOf(plot, drawing, theme, pointOf, { scale, width }) {
  const raw = drawing.lines.filter((line) => line.kind === "raw");
  return [
    ...notFiniteMarks(raw, pointOf, theme),
    ...happenings(drawing, theme, scale, width),
    ...stars(plot, drawing, theme, pointOf),
    ...guides(plot, drawing, theme, scale),
  ];
}

/**
 * A vertical line for each checkpoint, rewind and value that is not finite, of the first run alone.
 *
 * @param {PlotDrawing} drawing
 * @param {Theme} theme
 * @param {number} scale
 * @param {number} width
 */
function happenings({ lines, curves, axis, range }, theme, scale, width) {
  const curve = lines[0] && curves.get(lines[0].run);
  const apart = ((range[1] - range[0]) * APART_PX) / Math.max(1, width);
  const marks = thinOut(curve ? marksOn(curve, axis, range) : [], apart);
  const data = marks.map(({ kind, x }) => {
    const { colour, width: lineWidth, type, opacity } = LINES[kind];
    const color = theme[/** @type {"soft" | "mark" | "text" | "bad"} */ (colour)];
    return { name: kind, xAxis: x * scale, lineStyle: { color, width: lineWidth, type, opacity } };
  });
  return data.length === 0 ? [] : [straightLines("happenings", data, { label: { show: false } })];
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
 * @param {PointOf} pointOf
 */
function stars(plot, { lines, curves, axis, range }, theme, pointOf) {
  /** @type {unknown[]} */
  const best = [];
  for (const [run, line] of markedLines(lines)) {
    const x = bestOf(plot, curves.get(run), axis);
    const i = x === null ? -1 : nearest(line, x);
    if (x !== null && i >= 0 && isWithin(x, range)) best.push(pointOf(x, line.y[i]));
  }
  return best.length === 0 ? [] : [markSeries("best", best, { symbol: STAR, size: 15, colour: theme.mark }, theme)];
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
 * @param {number} scale
 */
function guides(plot, { lines, curves, axis, range }, theme, scale) {
  const line = lines.find((one) => one.kind === "raw");
  const curve = line && curves.get(line.run);
  if (!line || !curve) return [];
  const { warmup_end_step: warmup, learning_rate_max: maximum } = curve.marks;
  const average = plot.guides.includes("average") ? averageSpeed(wholeOf(curve, plot)) : null;
  const data = [];
  if (plot.guides.includes("warmup") && isFiniteNumber(warmup)) {
    const x = xOfStep(curve, axis, warmup);
    if (x !== null && isWithin(x, range)) {
      const align = sideOf((x - range[0]) / (range[1] - range[0]));
      data.push({ xAxis: x * scale, label: { formatter: `warm-up ends at ${integer(warmup)}`, align } });
    }
  }
  if (plot.guides.includes("maximum") && isFiniteNumber(maximum)) {
    data.push({ yAxis: maximum, label: { formatter: `maximum ${number(maximum)}`, position: "insideEndBottom" } });
  }
  if (average !== null) {
    data.push({ yAxis: average, label: { formatter: `average ${number(average)}`, position: "insideEndTop" } });
  }
  return data.length === 0 ? [] : [guideSeries(data, theme)];
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
 * @param {object[]} data
 * @param {Theme} theme
 */
function guideSeries(data, theme) {
  return straightLines("guides", data, {
    lineStyle: { color: theme.soft, type: "dashed", width: 1 },
    label: { color: theme.text, fontSize: 11, textBorderColor: theme.surface, textBorderWidth: 3 },
  });
}

/**
 * @param {string} name
 * @param {object[]} data
 * @param {object} style
 * @returns {ECharts.Option}
 */
function straightLines(name, data, style) {
  const common = { silent: true, symbol: "none", animation: false, precision: -1 }; // else 5e-6 is rounded to 0
  return { type: "line", name, data: [], silent: true, markLine: { data, ...common, ...style } };
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
