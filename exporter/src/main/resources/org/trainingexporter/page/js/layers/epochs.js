import { create, setAttribute } from "../base/dom.js";
import { number, parseNumber, percent, position, tick } from "../base/format.js";
import { strokeOf } from "../chart/theme.js";
import { Panel } from "../chart/tooltip-chart.js";
import { chartAxis } from "../curves/x-axis.js";
import { notFinite } from "../plots/marks.js";
import { GRID, styled } from "../plots/plot-option.js";

const CHARTS = [
  {
    id: "epoch-loss",
    title: "Loss by epoch",
    train: "loss",
    validation: "validation_loss",
    show: (y) => number(y, 4),
    ticks: tick,
  },
  {
    id: "epoch-accuracy",
    title: "Accuracy by epoch",
    train: "accuracy",
    validation: "validation_accuracy",
    show: percent,
    ticks: (y) => `${tick(y * 100)} %`,
  },
];
const KINDS = ["train", "validation"];
const WORDS = { train: "training, mean of the epoch", validation: "validation, newest of the epoch" };

/** Training and validation side by side, a point an epoch: where they part, the model learns by heart. */
export function epochs() {
  const panels = CHARTS.map((chart) => {
    const key = create(
      "div",
      { class: "plot-key" },
      create("span", { class: "key", data: { sign: "train" } }, "training"),
      create("span", { class: "key", data: { sign: "second" } }, "validation"),
    );
    return { chart, key, panel: new Panel(chart.id, key) };
  });
  const show = (_answer, history) => {
    for (const { chart, key, panel } of panels) {
      const lines = linesOf(chart, history?.epochs);
      for (const [i, sign] of [...key.children].entries()) {
        sign.hidden = lines.every((line) => line.kind !== KINDS[i]);
      }
      panel.show(lines.some((line) => line.y.length > 1) ? drawing(chart, lines) : null);
      setAttribute(
        panel.element,
        "data-lines",
        JSON.stringify(Object.fromEntries(lines.map(({ kind, x, y }) => [kind, { x, y }]))),
      );
    }
  };
  return { element: create("div", { class: "pair" }, ...panels.map(({ panel }) => panel.element)), show };
}

function linesOf(chart, columns) {
  return KINDS.flatMap((kind) => {
    const values = (columns?.[chart[kind]] ?? []).map(parseNumber);
    const known = values.flatMap((y, i) => (y === null ? [] : [i]));
    return known.length === 0 ? [] : [{ kind, x: known.map((i) => columns.epoch[i]), y: known.map((i) => values[i]) }];
  });
}

function drawing({ title, show, ticks }, lines) {
  const all = lines.flatMap((line) => line.x);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const last = ({ kind, x, y }) => `${kind} ${show(y.at(-1))} in epoch ${position(x.at(-1))}`;
  return {
    title,
    summary: `Newest: ${lines.map(last).join("; ")}.`,
    option: (look, width) => ({
      animation: false,
      textStyle: { fontFamily: look.font, color: look.soft },
      grid: { ...GRID, containLabel: false },
      xAxis: styled(
        chartAxis("step", low < high ? [low, high] : [low, low + 1], width - GRID.left - GRID.right),
        look,
        false,
      ),
      yAxis: styled(
        { type: "value", scale: true, splitNumber: 4, axisLabel: { formatter: (y) => ticks(y) } },
        look,
        true,
      ),
      series: [
        ...lines.map((line) => series(line, look)),
        ...notFinite({ lines: lines.map((line) => ({ ...line, kind: "raw" })), put: (x, y) => [x, y], look }),
      ],
    }),
    tip: ([x], look) => {
      const epoch = all.reduce((best, one) => (Math.abs(one - x) < Math.abs(best - x) ? one : best));
      const rows = lines.flatMap(({ kind, x: places, y }) => {
        const i = places.indexOf(epoch);
        return i < 0 ? [] : [{ colour: strokeFor(kind, look).color, word: WORDS[kind], text: show(y[i]) }];
      });
      return { head: `epoch ${position(epoch)}`, rows };
    },
  };
}

function strokeFor(kind, look) {
  return strokeOf(look, kind === "train" ? 0 : 1);
}

function series({ kind, x, y }, look) {
  const stroke = strokeFor(kind, look);
  return {
    type: "line",
    silent: true,
    data: x.map((place, i) => [place, Number.isFinite(y[i]) ? y[i] : "-"]),
    showSymbol: x.length <= 60,
    symbol: kind === "train" ? "circle" : "rect",
    symbolSize: 5,
    itemStyle: { color: stroke.color },
    lineStyle: { ...stroke, width: 2 },
  };
}
