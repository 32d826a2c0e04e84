/**
 * @import { ChartLine } from "../chart/scene.js"
 * @import { Stroke, Theme } from "../chart/theme.js"
 * @import { TooltipDrawing } from "../chart/tooltip-chart.js"
 * @import { View } from "../state/view.js"
 */
import { create, setAttribute, setChildren } from "../base/dom.js";
import { number, parseNumber, percent, position, tick } from "../base/format.js";
import { logAxis, xAxis, yAxis } from "../chart/axes.js";
import { gridWidth } from "../chart/pixel-mapping.js";
import { drawable, FEW } from "../chart/scene.js";
import { notFiniteMarks } from "../chart/shapes.js";
import { TooltipChart } from "../chart/tooltip-chart.js";
import { helpHead } from "../help/help.js";
import { chosenLayer } from "./chosen-layer.js";
import { layerLegend, NAMED } from "./layer-legend.js";
import { layerStrokes } from "./strokes.js";

/**
 * @typedef {keyof typeof CURVES} Kind
 * @typedef {{ layer: string, x: number[], y: (number | null)[] }} LayerLine
 */

const CURVES = {
  gradient_norm: { word: "Gradient norm", format: norm, formatTick: tick },
  weight_norm: { word: "Weight norm", format: norm, formatTick: tick },
  zero_units: { word: "Dead units", format: percent, formatTick: percentTick },
};
const KINDS = /** @type {Kind[]} */ (Object.keys(CURVES));

/**
 * A norm, or the share of dead units, of each layer over the steps: one line a layer.
 *
 * @param {View} view
 */
export function curvesByLayer(view) {
  const log = create(
    "button",
    {
      type: "button",
      class: "tool",
      "aria-pressed": "true",
      "aria-label": "By layer: log scale",
      title: "log scale",
      on: { click: () => toggleLog() },
    },
    "log",
  );
  const choice = create("select", { "aria-label": "What to show of each layer", on: { change: () => update() } });
  const chart = new TooltipChart(
    "layer-curves",
    ...helpHead("layer-curves", "this plot of layers"),
    choice,
    create("div", { class: "plot-tools" }, log),
  );
  const legend = layerLegend(view);
  chart.element.append(legend.element);
  const options = KINDS.map((kind) => create("option", { value: kind }, CURVES[kind].word));
  /** @type {Api.Layers | null} */
  let answer = null;
  /** @type {Api.LayersHistory | null} */
  let history = null;

  const toggleLog = () => {
    setAttribute(log, "aria-pressed", String(!isLog()));
    update();
  };
  const isLog = () => log.getAttribute("aria-pressed") === "true";

  const update = () => {
    const curves = history?.curves;
    const kinds = KINDS.filter((kind) => curves?.[kind].some((line) => line.some((y) => y !== null)));
    const kind = kinds.find((one) => one === choice.value) ?? kinds[0];
    if (!answer || !history || !kind) return chart.show(null);
    setChildren(
      choice,
      options.filter((option) => kinds.some((one) => one === option.value)),
    );
    choice.value = kind;
    const lines = linesOf(history.curves, kind);
    chart.show(drawing({ kind, lines, chosen: chosenLayer(answer.layers, view)?.layer, history, log: isLog() }));
    setAttribute(chart.element, "data-curve", kind);
    setAttribute(
      chart.element,
      "data-lines",
      JSON.stringify(Object.fromEntries(lines.map(({ layer, y }) => [layer, y]))),
    );
    legend.show(lines.map(({ layer }) => layer));
  };

  /**
   * @param {Api.Layers} nextAnswer
   * @param {Api.LayersHistory | null} nextHistory
   */
  const show = (nextAnswer, nextHistory) => {
    answer = nextAnswer;
    history = nextHistory;
    update();
  };
  return { element: chart.element, show };
}

/**
 * The lines of the layers that have any value.
 *
 * @param {Api.LayerCurves} curves
 * @param {Kind} kind
 * @returns {LayerLine[]}
 */
function linesOf(curves, kind) {
  return curves.layers
    .map((layer, i) => ({ layer, x: curves.x, y: curves[kind][i].map(parseNumber) }))
    .filter(({ y }) => y.some((one) => one !== null));
}

/**
 * @param {{ kind: Kind, lines: LayerLine[], chosen: string | undefined, history: Api.LayersHistory, log: boolean }} parts
 * @returns {TooltipDrawing}
 */
function drawing({ kind, lines, chosen, history, log }) {
  const { word, format, formatTick } = CURVES[kind];
  const { axis, curves } = history;
  const each = curves.records_a_point;
  /** @param {LayerLine} line */
  const last = ({ layer, y }) => `${layer} ${format(y.findLast((one) => one !== null))}`;
  const range = rangeOf(curves.x);
  const values = lines.flatMap(({ y }) => y);
  const isLog = log && values.some((one) => one !== null && one > 0);
  return {
    title: "By layer and step",
    summary: `${word} of ${lines.length} layers at ${curves.x.length} points${each > 1 ? `, each the largest value of ${each} records` : ""}. Newest: ${lines.map(last).join("; ")}.`,
    scene: (theme, width) => {
      const strokes = layerStrokes(theme, lines.length);
      return {
        x: xAxis("step", range, gridWidth(width)),
        y: (isLog ? logAxis : yAxis)(values, (value) => formatTick(value)),
        lines: lines
          .map((line, i) => chartLine(line, strokes(i), line.layer === chosen, isLog))
          .sort((a, b) => (a.width ?? 0) - (b.width ?? 0)),
        marks: notFiniteMarks(lines, theme),
      };
    },
    tip: (x, y, theme) => tipOf({ lines, x, y, theme, format, axis }),
  };
}

/**
 * @param {number[]} x
 * @returns {[number, number]}
 */
function rangeOf(x) {
  const [low, high] = [x[0] ?? 0, x.at(-1) ?? 1];
  return low < high ? [low, high] : [low, low + 1];
}

/**
 * @param {LayerLine} line
 * @param {Stroke} stroke
 * @param {boolean} isChosen
 * @param {boolean} isLog
 * @returns {ChartLine}
 */
function chartLine({ x, y }, { color, dash }, isChosen, isLog) {
  const dots = x.length > FEW ? null : { shape: /** @type {const} */ ("circle"), size: 4 };
  return { x, y: drawable(y, isLog), colour: color, dash, width: isChosen ? 3 : 1.5, dots };
}

/**
 * The values at the nearest step; of many lines those nearest to the pointer.
 *
 * @param {object} at
 * @param {LayerLine[]} at.lines
 * @param {number} at.x
 * @param {number} at.y
 * @param {Theme} at.theme
 * @param {(value: number | null) => string} at.format
 * @param {string} at.axis what the steps are called
 */
function tipOf({ lines, x, y, theme, format, axis }) {
  const steps = lines[0].x;
  const i = steps.reduce((best, step, at) => (Math.abs(step - x) < Math.abs(steps[best] - x) ? at : best), 0);
  const strokes = layerStrokes(theme, lines.length);
  const rows = lines
    .flatMap((line, index) => {
      const value = line.y[i];
      if (value === null) return [];
      return [{ colour: strokes(index).color, label: line.layer, text: format(value), value, index }];
    })
    .sort((a, b) => Math.abs(Math.log(a.value / y)) - Math.abs(Math.log(b.value / y)))
    .slice(0, NAMED)
    .sort((a, b) => a.index - b.index);
  return {
    head: `${axis} ${position(steps[i])}`,
    rows: rows.map(({ colour, label, text }) => ({ colour, label, text })),
  };
}

/** @param {number | null | undefined} value */
function norm(value) {
  return number(value, 4);
}

/** @param {number} value */
function percentTick(value) {
  return `${tick(value * 100)} %`;
}
