/**
 * What ECharts is to draw of a plot.
 *
 * @import { Theme } from "../chart/theme.js"
 * @import { Line } from "../curves/lines.js"
 * @import { Plot } from "./plot-list.js"
 * @import { PlotDrawing } from "./plot-view.js"
 */
import { areaSeries } from "../chart/area.js";
import { durationAxis, extentOf, logAxis, styledAxis, titledAxis, xAxis } from "../chart/axes.js";
import { chartOption, gridWidth } from "../chart/option.js";
import { strokeOf, strokeOfPart } from "../chart/theme.js";
import { forecastSeries } from "./forecast.js";
import { marksOf } from "./marks.js";

/** Lines of so few points show each of them. */
const FEW = 60;
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
 */
export function plotOption(plot, drawing, theme, width) {
  const { lines, axis, range, logScale, manyRuns } = drawing;
  const scale = axis === "time" ? 1000 : 1;
  /**
   * @param {number} x
   * @param {number | null} y
   */
  const pointOf = (x, y) => {
    const drawable = y !== null && Number.isFinite(y) && (!logScale || y > 0);
    return [x * scale, drawable ? y : "-"];
  };
  const faint = manyRuns ? FAINT_OF_MANY : FAINT;
  return chartOption(theme, {
    xAxis: titledAxis(styledAxis(xAxis(axis, range, gridWidth(width)), theme), xTitle(drawing), 24, theme),
    yAxis: titledAxis(styledAxis(yAxis(plot, drawing), theme, { isY: true }), yTitle(plot), 52, theme),
    series: [
      ...stackSeries(
        lines.filter((line) => line.share),
        pointOf,
        theme,
      ),
      ...lines.flatMap((line) => bandSeries(line, pointOf, theme)),
      ...lines
        .filter((line) => !line.share)
        .flatMap((line) => attemptsOf(line).map((part) => lineSeries(part, pointOf, theme, faint))),
      ...(drawing.forecast ? forecastSeries(drawing.forecast, pointOf, theme) : []),
      ...marksOf(plot, drawing, theme, pointOf, { scale, width: gridWidth(width) }),
    ],
  });
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
  return line.ofMany ? { ...strokeOf(theme, line.runIndex), type: [1, 4] } : strokeOf(theme, line.runIndex + 1);
}

/** @param {PlotDrawing} drawing */
function xTitle({ axis, lines, curves }) {
  if (axis === "relative") return "time since the start";
  if (axis === "epoch" || axis === "tokens") return axis;
  if (axis === "step") return (lines[0] && curves.get(lines[0].run)?.axis) ?? "step";
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
 * @param {Plot} plot
 * @param {PlotDrawing} drawing
 */
function yAxis(plot, { lines, logScale, yRange }) {
  const axis = freeAxis(plot, lines, logScale);
  return yRange ? { ...axis, min: yRange[0], max: yRange[1] } : axis;
}

/**
 * @param {Plot} plot
 * @param {Line[]} lines
 * @param {boolean} logScale
 */
function freeAxis(plot, lines, logScale) {
  const values = lines.flatMap((line) => (line.top ? [0, ...line.top] : line.y));
  const digits = digitsOf(values);
  /** @param {number} value */
  const formatter = (value) => plot.formatTick(value, digits);
  const axisLabel = { formatter };
  if (!logScale && plot.isDuration) return { ...durationAxis(values, 5), axisLabel };
  if (!logScale) return { type: "value", scale: true, splitNumber: 4, axisLabel };
  return { ...logAxis(values), axisLabel: { ...axisLabel, showMinLabel: false, showMaxLabel: false } };
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
  /** @type {Line[]} */
  const pieces = [];
  for (const [i, x] of line.x.entries()) {
    let piece = pieces.at(-1);
    if (piece?.attempt[0] !== line.attempt[i]) {
      piece = { ...line, attempt: [line.attempt[i]], x: [], y: [] };
      pieces.push(piece);
    }
    piece?.x.push(x);
    piece?.y.push(line.y[i]);
  }
  return pieces.map((piece, i) => ({ ...piece, past: i < pieces.length - 1 }));
}

/**
 * Layers on top of each other.
 *
 * @param {Line[]} layers bottom first
 * @param {(x: number, y: number | null) => unknown[]} pointOf
 * @param {Theme} theme
 */
function stackSeries(layers, pointOf, theme) {
  return layers.map((layer, i) => {
    const high = layer.top ?? layer.y;
    const low = layers[i - 1]?.top ?? high.map(() => 0);
    const outline = layer.y.some((y) => y !== 0) ? 1.2 : 0;
    const style = { colour: colourOf(layer, theme), opacity: LAYER, outline };
    return areaSeries(layer.share ?? "", { x: layer.x, low, high }, pointOf, style);
  });
}

/**
 * What a group's runs spread over.
 *
 * @param {Line} line
 * @param {(x: number, y: number | null) => unknown[]} pointOf
 * @param {Theme} theme
 */
function bandSeries(line, pointOf, theme) {
  if (!line.band) return [];
  return [areaSeries("band", { x: line.x, ...line.band }, pointOf, { colour: colourOf(line, theme), opacity: BAND })];
}

/**
 * @param {Line & { past: boolean }} line
 * @param {(x: number, y: number | null) => unknown} pointOf
 * @param {Theme} theme
 * @param {number} faint
 * @returns {ECharts.Option}
 */
function lineSeries(line, pointOf, theme, faint) {
  const stroke = strokeOfLine(line, theme);
  const few = line.x.length <= FEW;
  return {
    type: "line",
    name: line.kind,
    data: line.x.map((x, i) => pointOf(x, line.y[i])),
    silent: true,
    showSymbol: few,
    symbol: line.kind === "second" ? "rect" : "circle",
    symbolSize: few && !line.faint ? 5 : 3,
    z: line.smoothed ? 3 : 2,
    itemStyle: { color: stroke.color, opacity: line.faint ? faint : 1 },
    lineStyle: {
      color: stroke.color,
      type: line.past ? [1, 3] : line.faint ? "solid" : stroke.type,
      width: line.faint ? 1 : line.smoothed ? 2.2 : 1.6,
      opacity: line.past ? 0.5 : line.faint ? faint : 1,
    },
  };
}
