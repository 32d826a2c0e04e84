/**
 * What stands on and beside the lines of a plot.
 *
 * @import { Theme } from "../chart/theme.js"
 * @import { Curve } from "../curves/curve.js"
 * @import { Line } from "../curves/lines.js"
 * @import { Axis } from "../state/url.js"
 * @import { Plot } from "./plot-list.js"
 * @import { PlotDrawing } from "./plot-view.js"
 */
import { integer, number } from "../base/format.js";
import { markSeries, notFiniteMarks, STAR } from "../chart/marks.js";
import { nearest } from "../curves/lines.js";
import { averageSpeed } from "../curves/speed.js";
import { translate } from "../curves/x-axis.js";

/** @typedef {(x: number, y: number | null) => unknown} PointOf how ECharts is given a point */

/**
 * Checkpoints, the best one, what is not finite, and straight guides.
 *
 * @param {Plot} plot
 * @param {PlotDrawing} drawing
 * @param {Theme} theme
 * @param {PointOf} pointOf
 * @param {number} scale what ECharts counts for one unit of the x axis
 * @returns {ECharts.Option[]}
 */
export function marksOf(plot, drawing, theme, pointOf, scale) {
  const raw = drawing.lines.filter((line) => line.kind === "raw");
  return [
    ...notFiniteMarks(raw, pointOf, theme),
    ...(plot.marks ? checkpoints(plot, drawing, theme, pointOf) : []),
    ...guides(plot, drawing, theme, scale),
  ];
}

/**
 * Of the runs laid over the first one, the best checkpoint is enough.
 *
 * @param {Plot} plot
 * @param {PlotDrawing} drawing
 * @param {Theme} theme
 * @param {PointOf} pointOf
 */
function checkpoints(plot, { lines, curves, axis, range }, theme, pointOf) {
  const marked = markedLines(lines);
  const [first] = marked.keys();
  /** @type {unknown[]} */
  const ordinary = [];
  /** @type {unknown[]} */
  const best = [];
  for (const [run, line] of marked) {
    const curve = curves.get(run);
    for (const mark of curve?.marks.checkpoints ?? []) {
      if (run !== first && !mark.best) continue;
      const x = xOf(curve, axis, mark.step);
      const i = x === null ? -1 : nearest(line, x);
      if (x === null || i < 0 || !isWithin(x, range)) continue;
      (mark.best ? best : ordinary).push(pointOf(x, line.y[i]));
    }
  }
  return [
    ...(plot.showPoints || ordinary.length === 0
      ? []
      : [markSeries("checkpoint", ordinary, { symbol: "diamond", size: 9, colour: theme.text }, theme)]),
    ...(best.length === 0 ? [] : [markSeries("best", best, { symbol: STAR, size: 15, colour: theme.mark }, theme)]),
  ];
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
    if (line.kind !== "second" && (line.smoothed || !marked.has(line.run))) marked.set(line.run, line);
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
  const average = averageSpeed(line);
  const data = [];
  if (plot.guides.includes("warmup") && isFiniteNumber(warmup)) {
    const x = xOf(curve, axis, warmup);
    if (x !== null && isWithin(x, range)) {
      const align = sideOf((x - range[0]) / (range[1] - range[0]));
      data.push({ xAxis: x * scale, label: { formatter: `warm-up ends at ${integer(warmup)}`, align } });
    }
  }
  if (plot.guides.includes("maximum") && isFiniteNumber(maximum)) {
    data.push({ yAxis: maximum, label: { formatter: `maximum ${number(maximum)}`, position: "insideEndBottom" } });
  }
  if (plot.guides.includes("average") && average !== null) {
    data.push({ yAxis: average, label: { formatter: `average ${number(average)}`, position: "insideEndTop" } });
  }
  return data.length === 0 ? [] : [guideSeries(data, theme)];
}

/**
 * @param {object[]} data
 * @param {Theme} theme
 */
function guideSeries(data, theme) {
  const markLine = {
    data,
    silent: true,
    symbol: "none",
    precision: -1, // else 5e-6 is rounded to 0
    animation: false,
    lineStyle: { color: theme.soft, type: "dashed", width: 1 },
    label: { color: theme.text, fontSize: 11, textBorderColor: theme.surface, textBorderWidth: 3 },
  };
  return { type: "line", name: "guides", data: [], silent: true, markLine };
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
 * Where a step stands on the x axis, or null.
 *
 * @param {Curve | undefined} curve
 * @param {Axis} axis
 * @param {number | null} step
 */
function xOf(curve, axis, step) {
  if (axis === "step" || step === null || !curve) return step;
  return translate(curve, step, "step", axis);
}

/**
 * @param {number} x
 * @param {[number, number]} range
 */
function isWithin(x, [low, high]) {
  return x >= low && x <= high;
}

/**
 * @param {unknown} value
 * @returns {value is number}
 */
function isFiniteNumber(value) {
  return Number.isFinite(value);
}
