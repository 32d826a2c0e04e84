/**
 * @import { ChartLine } from "../chart/scene.js"
 * @import { Theme } from "../chart/theme.js"
 * @import { TooltipDrawing } from "../chart/tooltip-chart.js"
 */
import { create, setAttribute } from "../base/dom.js";
import { number, parseNumber, percent, position, tick } from "../base/format.js";
import { xAxis, yAxis } from "../chart/axes.js";
import { gridWidth } from "../chart/pixel-mapping.js";
import { drawable, FEW } from "../chart/scene.js";
import { notFiniteMarks } from "../chart/shapes.js";
import { strokeOf } from "../chart/theme.js";
import { TooltipChart } from "../chart/tooltip-chart.js";
import { helpHead } from "../help/help.js";

/**
 * @typedef {"train" | "validation"} Kind
 * @typedef {{ kind: Kind, x: number[], y: number[] }} EpochLine
 *
 * @typedef {object} EpochChart
 * @property {string} id
 * @property {string} title
 * @property {Record<Kind, Exclude<keyof Api.EpochColumns, "epoch">>} columns
 * @property {(y: number | undefined) => string} format
 * @property {(y: number) => string} formatTick
 */

/** @type {EpochChart[]} */
const CHARTS = [
  {
    id: "epoch-loss",
    title: "Loss by epoch",
    columns: { train: "loss", validation: "validation_loss" },
    format: (y) => number(y, 4),
    formatTick: tick,
  },
  {
    id: "epoch-accuracy",
    title: "Accuracy by epoch",
    columns: { train: "accuracy", validation: "validation_accuracy" },
    format: percent,
    formatTick: (y) => `${tick(y * 100)} %`,
  },
];

/** @type {Kind[]} */
const KINDS = ["train", "validation"];
const LABELS = { train: "training, mean over the epoch", validation: "validation, newest in the epoch" };

/** Training and validation side by side, a point for each epoch: where they part, the model overfits. */
export function epochs() {
  const charts = CHARTS.map((chart) => {
    const signs = {
      train: create("span", { class: "key", data: { sign: "train" } }, "training"),
      validation: create("span", { class: "key", data: { sign: "second" } }, "validation"),
    };
    const key = create("div", { class: "plot-key" }, signs.train, signs.validation);
    return { chart, signs, view: new TooltipChart(chart.id, ...helpHead(chart.id, chart.title), key) };
  });
  /**
   * @param {Api.Layers} _answer
   * @param {Api.LayersHistory | null} history
   */
  const show = (_answer, history) => {
    for (const { chart, signs, view } of charts) {
      const lines = linesOf(chart, history?.epochs);
      for (const kind of KINDS) signs[kind].hidden = lines.every((line) => line.kind !== kind);
      view.show(lines.some((line) => line.y.length > 1) ? drawing(chart, lines) : null);
      const values = Object.fromEntries(lines.map(({ kind, x, y }) => [kind, { x, y }]));
      setAttribute(view.element, "data-lines", JSON.stringify(values));
    }
  };
  return { element: create("div", { class: "pair" }, ...charts.map(({ view }) => view.element)), show };
}

/**
 * The known values, each with its epoch.
 *
 * @param {EpochChart} chart
 * @param {Api.EpochColumns | undefined} columns
 * @returns {EpochLine[]}
 */
function linesOf(chart, columns) {
  if (!columns) return [];
  return KINDS.flatMap((kind) => {
    /** @type {EpochLine} */
    const line = { kind, x: [], y: [] };
    for (const [i, value] of columns[chart.columns[kind]].entries()) {
      const y = parseNumber(value);
      if (y === null) continue;
      line.x.push(columns.epoch[i]);
      line.y.push(y);
    }
    return line.x.length === 0 ? [] : [line];
  });
}

/**
 * @param {EpochChart} chart
 * @param {EpochLine[]} lines
 * @returns {TooltipDrawing}
 */
function drawing({ title, format, formatTick }, lines) {
  const all = lines.flatMap((line) => line.x);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  /** @type {[number, number]} */
  const range = low < high ? [low, high] : [low, low + 1];
  /** @param {EpochLine} line */
  const last = ({ kind, x, y }) => `${kind} ${format(y.at(-1))} in epoch ${position(x.at(-1))}`;
  const values = lines.flatMap(({ y }) => y);
  return {
    title,
    summary: `Newest: ${lines.map(last).join("; ")}.`,
    scene: (theme, width) => ({
      x: xAxis("step", range, gridWidth(width)),
      y: yAxis(values, (y) => formatTick(y)),
      lines: lines.map((line) => chartLine(line, theme)),
      marks: notFiniteMarks(lines, theme),
    }),
    tip: (x, _y, theme) => {
      const epoch = all.reduce((best, one) => (Math.abs(one - x) < Math.abs(best - x) ? one : best));
      const rows = lines.flatMap(({ kind, x: own, y }) => {
        const i = own.indexOf(epoch);
        return i < 0 ? [] : [{ colour: strokeOfKind(kind, theme).color, label: LABELS[kind], text: format(y[i]) }];
      });
      return { head: `epoch ${position(epoch)}`, rows };
    },
  };
}

/**
 * @param {Kind} kind
 * @param {Theme} theme
 */
function strokeOfKind(kind, theme) {
  return strokeOf(theme, kind === "train" ? 0 : 1);
}

/**
 * @param {EpochLine} line
 * @param {Theme} theme
 * @returns {ChartLine}
 */
function chartLine({ kind, x, y }, theme) {
  const { color, dash } = strokeOfKind(kind, theme);
  const shape = kind === "train" ? "circle" : "square";
  return { x, y: drawable(y), colour: color, dash, width: 2, dots: x.length > FEW ? null : { shape, size: 5 } };
}
