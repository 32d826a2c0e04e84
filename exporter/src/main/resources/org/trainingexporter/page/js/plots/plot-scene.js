/**
 * What the canvas draws of a plot.
 *
 * @import { Axis, Band, ChartLine, Scene } from "../chart/scene.js"
 * @import { Theme } from "../chart/theme.js"
 * @import { Line } from "../curves/lines.js"
 * @import { Plot } from "./plot-list.js"
 * @import { PlotDrawing } from "./plot-view.js"
 */
import { durationAxis, exactAxis, extentOf, logAxis, xAxis, yAxis } from "../chart/axes.js";
import { gridWidth } from "../chart/pixel-mapping.js";
import { drawable, FEW } from "../chart/scene.js";
import { strokeOf, strokeOfPart } from "../chart/theme.js";
import { forecastShapes } from "./forecast.js";
import { marksOf, rulesOf } from "./marks.js";

/** How opaque the values behind a smoothed line are, of one run and of several. */
const FAINT = 0.35;
const FAINT_OF_MANY = 0.18;
/** How opaque the layers of a stack are. */
const LAYER = 0.5;
/** How opaque the spread of a group is. */
const BAND = 0.18;

/**
 * @param {Plot} plot
 * @param {PlotDrawing} drawing
 * @param {Theme} theme
 * @param {number} width
 * @returns {Scene}
 */
export function plotScene(plot, drawing, theme, width) {
  const { lines, axis, range, logScale } = drawing;
  const forecast = drawing.forecast ? forecastShapes(drawing.forecast, theme) : null;
  const drawn = lines.filter((line) => !line.share).sort((a, b) => Number(a.smoothed ?? 0) - Number(b.smoothed ?? 0));
  return {
    x: { ...xAxis(axis, range, gridWidth(width)), title: xTitle(drawing) },
    y: { ...yAxisOf(plot, drawing), title: yTitle(plot) },
    bands: [
      ...stack(
        lines.filter((line) => line.share),
        theme,
      ),
      ...lines.flatMap((line) => (line.band ? [spread(line, line.band, theme)] : [])),
      ...(forecast ? [forecast.band] : []),
    ],
    lines: [
      ...drawn.flatMap((line) => attemptsOf(line).map((part) => chartLine(part, drawing, theme))),
      ...(forecast ? [{ ...forecast.line, y: drawable(forecast.line.y, logScale) }] : []),
    ],
    rules: rulesOf(plot, drawing, theme, gridWidth(width)),
    marks: marksOf(plot, drawing, theme),
  };
}

/**
 * @param {Line} line
 * @param {Theme} theme
 */
export function colourOf(line, theme) {
  return line.share ? theme.shares[line.share] : strokeOfLine(line, theme).color;
}

/**
 * @param {Line} line
 * @param {Theme} theme
 */
function strokeOfLine(line, theme) {
  if (line.part !== undefined) return strokeOfPart(theme, line.runIndex, line.part, line.ofMany);
  if (line.kind !== "second") return strokeOf(theme, line.runIndex);
  // Beside other runs the next colour is the next run's.
  return line.ofMany ? { ...strokeOf(theme, line.runIndex), dash: [1, 4] } : strokeOf(theme, line.runIndex + 1);
}

/** @param {PlotDrawing} drawing */
function xTitle({ axis, lines, curves }) {
  if (axis === "relative") return "time since the start";
  if (axis === "epoch" || axis === "tokens") return axis;
  if (axis === "step")
    return [...new Set(lines.map(({ run }) => curves.get(run)?.axis ?? "step"))].join(", ") || "step";
  const parts = new Intl.DateTimeFormat("en-GB", { timeZoneName: "short" }).formatToParts();
  return `time (${parts.find(({ type }) => type === "timeZoneName")?.value})`;
}

/** @param {Plot} plot */
function yTitle({ unit, title, isDuration, parts }) {
  if (isDuration) return "time";
  if (parts) return "value";
  return unit === "" ? title.toLowerCase() : unit;
}

/**
 * A forecast and the spread of groups are within it, unless outliers are cut off.
 *
 * @param {Plot} plot
 * @param {PlotDrawing} drawing
 * @returns {Axis}
 */
function yAxisOf(plot, { lines, logScale, forecast, clip }) {
  const ends = forecast ? [forecast.loss.low, forecast.loss.high] : [];
  /** @param {Line} line */
  const endsOf = (line) => extentOf(logScale ? drawable(valuesOf(line), true) : valuesOf(line));
  const values = clip?.range ?? [...lines.flatMap(endsOf), ...ends];
  const digits = digitsOf(values);
  /** @param {number} value */
  const format = (value) => plot.formatTick(value, digits);
  if (clip) return exactAxis(clip.range, format, { isLog: logScale, isDuration: plot.isDuration === true });
  if (logScale) return logAxis(values, format);
  return plot.isDuration ? durationAxis(values, format) : yAxis(values, format);
}

/**
 * What of a line has a place on the y axis.
 *
 * @param {Line} line
 */
function valuesOf({ y, top, band }) {
  if (top) return [0, ...top];
  return band ? [...y, ...band.low, ...band.high] : y;
}

/**
 * So many significant digits that neighbouring ticks differ.
 *
 * @param {(number | null)[]} values
 */
function digitsOf(values) {
  const [low, high] = extentOf(values);
  const needed = Math.ceil(Math.log10(Math.max(Math.abs(low), Math.abs(high)) / (high - low))) + 2;
  return Number.isFinite(needed) ? Math.max(3, Math.min(9, needed)) : 3;
}

/**
 * One piece for each attempt: a line that ran back to its start would show what never happened.
 *
 * @param {Line} line
 * @returns {(Line & { past: boolean })[]} past: a later attempt follows
 */
function attemptsOf(line) {
  const { x, y, attempt } = line;
  const ends = attempt.flatMap((one, i) => (one === attempt[i + 1] ? [] : [i + 1]));
  return ends.map((end, i) => {
    const start = ends[i - 1] ?? 0;
    return { ...line, x: x.slice(start, end), y: y.slice(start, end), past: i < ends.length - 1 };
  });
}

/**
 * Layers on top of each other.
 *
 * @param {Line[]} layers bottom first
 * @param {Theme} theme
 * @returns {Band[]}
 */
function stack(layers, theme) {
  return layers.flatMap((layer, i) => {
    if (layer.y.every((y) => y === 0)) return []; // of no height
    const high = layer.top ?? layer.y;
    const low = layers[i - 1]?.top ?? high.map(() => 0);
    return { name: layer.share, x: layer.x, low, high, colour: colourOf(layer, theme), opacity: LAYER, outline: 1 };
  });
}

/**
 * What a group's runs spread over.
 *
 * @param {Line} line
 * @param {NonNullable<Line["band"]>} band
 * @param {Theme} theme
 * @returns {Band}
 */
function spread(line, { low, high }, theme) {
  return { name: "band", x: line.x, low, high, colour: colourOf(line, theme), opacity: BAND };
}

/**
 * @param {Line & { past: boolean }} line
 * @param {PlotDrawing} drawing
 * @param {Theme} theme
 * @returns {ChartLine}
 */
function chartLine(line, { logScale, manyRuns }, theme) {
  const { color, dash } = strokeOfLine(line, theme);
  const faint = manyRuns ? FAINT_OF_MANY : FAINT;
  return {
    name: line.kind,
    x: line.x,
    y: drawable(line.y, logScale),
    colour: color,
    dash: line.past ? [1, 3] : line.faint ? [] : dash,
    width: line.faint ? 1 : line.smoothed ? 2.2 : 1.6,
    opacity: line.past ? 0.5 : line.faint ? faint : 1,
    dots:
      line.x.length > FEW ? null : { shape: line.kind === "second" ? "square" : "circle", size: line.faint ? 3 : 5 },
  };
}
