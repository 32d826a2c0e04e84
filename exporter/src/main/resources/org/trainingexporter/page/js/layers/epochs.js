/**
 * @import { Theme } from "../chart/theme.js"
 * @import { TooltipDrawing } from "../chart/tooltip-chart.js"
 */
import { create, setAttribute } from "../base/dom.js";
import { number, parseNumber, percent, position, tick } from "../base/format.js";
import { styledAxis, xAxis } from "../chart/axes.js";
import { notFiniteMarks } from "../chart/marks.js";
import { chartOption, gridWidth } from "../chart/option.js";
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

/** Lines of so few points show each of them. */
const FEW = 60;

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
  /** @param {number} y */
  const formatter = (y) => formatTick(y);
  return {
    title,
    summary: `Newest: ${lines.map(last).join("; ")}.`,
    range,
    option: (theme, width) =>
      chartOption(theme, {
        xAxis: styledAxis(xAxis("step", range, gridWidth(width)), theme),
        yAxis: styledAxis({ type: "value", scale: true, splitNumber: 4, axisLabel: { formatter } }, theme, {
          isY: true,
        }),
        series: [...lines.map((line) => series(line, theme)), ...notFiniteMarks(lines, (x, y) => [x, y], theme)],
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
 */
function series({ kind, x, y }, theme) {
  const stroke = strokeOfKind(kind, theme);
  return {
    type: "line",
    silent: true,
    data: x.map((own, i) => [own, Number.isFinite(y[i]) ? y[i] : "-"]),
    showSymbol: x.length <= FEW,
    symbol: kind === "train" ? "circle" : "rect",
    symbolSize: 5,
    itemStyle: { color: stroke.color },
    lineStyle: { ...stroke, width: 2 },
  };
}
