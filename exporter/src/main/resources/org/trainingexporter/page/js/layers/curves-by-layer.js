import { create, setAttribute, setChildren, setText } from "../base/dom.js";
import { number, percent, position, tick } from "../base/format.js";
import { readLook } from "../chart/theme.js";
import { Panel } from "../chart/tooltip-chart.js";
import { chartAxis } from "../curves/x-axis.js";
import { notFinite } from "../plots/marks.js";
import { GRID, styled } from "../plots/plot-option.js";
import { chosenLayer } from "./chosen-layer.js";
import { layerStrokes } from "./strokes.js";

const CURVES = {
  gradient_norm: { word: "Gradient norm", show: (value) => number(value, 4), ticks: tick },
  weight_norm: { word: "Weight norm", show: (value) => number(value, 4), ticks: tick },
  zero_units: { word: "Dead units", show: percent, ticks: (value) => `${tick(value * 100)} %` },
};
const NAMED = 8; // so many lines are told apart by their looks

/** What flows through each layer over the steps: one line a layer, from the first layer to the last. */
export function layerCurves(view) {
  const key = create("ul", { class: "layer-key" });
  const log = create(
    "button",
    { type: "button", class: "tool", "aria-pressed": "true", title: "log scale", on: { click: () => toggle() } },
    "log",
  );
  setAttribute(log, "aria-label", "By layer: log scale");
  const which = create("select", { "aria-label": "What is drawn of each layer", on: { change: () => again() } });
  const panel = new Panel("layer-curves", which, create("div", { class: "plot-tools" }, log));
  panel.element.append(key);
  const options = new Map(
    Object.entries(CURVES).map(([kind, { word }]) => [kind, create("option", { value: kind }, word)]),
  );
  const legend = legendIn(key, view);
  let again = () => {};

  const toggle = () => {
    setAttribute(log, "aria-pressed", String(log.getAttribute("aria-pressed") === "false"));
    again();
  };

  const show = (answer, history) => {
    const kinds = Object.keys(CURVES).filter((kind) =>
      history?.curves[kind].some((line) => line.some((y) => y !== null)),
    );
    again = () => show(answer, history);
    if (kinds.length === 0) return panel.show(null);
    const kind = kinds.includes(which.value) ? which.value : kinds[0];
    setChildren(
      which,
      kinds.map((one) => options.get(one)),
    );
    which.value = kind;
    const lines = linesOf(history.curves, kind);
    const chosen = chosenLayer(answer.layers, view).layer;
    panel.show(drawing({ kind, lines, chosen, history, log: log.getAttribute("aria-pressed") === "true" }));
    setAttribute(panel.element, "data-curve", kind);
    setAttribute(
      panel.element,
      "data-lines",
      JSON.stringify(Object.fromEntries(lines.map(({ layer, y }) => [layer, y]))),
    );
    legend(lines);
  };
  return { element: panel.element, show };
}

function linesOf(curves, kind) {
  return curves.layers
    .map((layer, i) => ({ layer, x: curves.x, y: curves[kind][i].map((y) => (y === null ? null : Number(y))) }))
    .filter(({ y }) => y.some((one) => one !== null));
}

function drawing({ kind, lines, chosen, history, log }) {
  const { word, show, ticks } = CURVES[kind];
  const { axis, curves } = history;
  const each = curves.records_a_point;
  const last = ({ layer, y }) => `${layer} ${show(y.findLast((one) => one !== null))}`;
  return {
    title: "By layer, over the steps",
    summary: `${word} of ${lines.length} layers at ${curves.x.length} points${each > 1 ? `, each the largest of ${each} records` : ""}. Newest: ${lines.map(last).join("; ")}.`,
    option: (look, width) => ({
      animation: false,
      textStyle: { fontFamily: look.font, color: look.soft },
      grid: { ...GRID, containLabel: false },
      xAxis: styled(chartAxis("step", ends(curves.x), width - GRID.left - GRID.right), look, false),
      yAxis: styled({ ...scaleOf(lines, log), axisLabel: { formatter: (value) => ticks(value) } }, look, true),
      series: [
        ...lines.map((line, i) => series(line, layerStrokes(look, lines.length)(i), line.layer === chosen, log)),
        ...notFinite({ lines: lines.map((line) => ({ ...line, kind: "raw" })), put: (x, y) => [x, y], look }),
      ],
    }),
    tip: ([x, y], look) => tipOf({ lines, x, y, look, show, head: (step) => `${axis} ${position(step)}` }),
  };
}

function ends(x) {
  const [low, high] = [x[0] ?? 0, x.at(-1) ?? 1];
  return low < high ? [low, high] : [low, low + 1];
}

function scaleOf(lines, log) {
  const positive = lines.some(({ y }) => y.some((one) => one > 0));
  return log && positive ? { type: "log" } : { type: "value", scale: true, splitNumber: 4 };
}

function series({ x, y }, stroke, chosen, log) {
  const few = x.length <= 60;
  return {
    type: "line",
    silent: true,
    data: x.map((place, i) => [place, Number.isFinite(y[i]) && (!log || y[i] > 0) ? y[i] : "-"]),
    showSymbol: few,
    symbol: "circle",
    symbolSize: few ? 4 : 3,
    z: chosen ? 3 : 2,
    itemStyle: { color: stroke.color },
    lineStyle: { ...stroke, width: chosen ? 3 : 1.5 },
  };
}

/** The values at the nearest step; of many lines those nearest to the pointer. */
function tipOf({ lines, x, y, look, show, head }) {
  const places = lines[0].x;
  const i = places.reduce((best, place, at) => (Math.abs(place - x) < Math.abs(places[best] - x) ? at : best), 0);
  const strokes = layerStrokes(look, lines.length);
  const rows = lines
    .map((line, at) => ({ colour: strokes(at).color, word: line.layer, value: line.y[i], at }))
    .filter(({ value }) => value !== null)
    .sort((a, b) => Math.abs(Math.log(a.value / y)) - Math.abs(Math.log(b.value / y)))
    .slice(0, NAMED)
    .sort((a, b) => a.at - b.at);
  return { head: head(places[i]), rows: rows.map((row) => ({ ...row, text: show(row.value) })) };
}

/** A chip a layer; those that are there stay, focus included. */
function legendIn(key, view) {
  const chips = new Map();
  const between = create("li", { class: "quiet" });
  const chipOf = (layer) => {
    const sign = create("span", { class: "stroke", "aria-hidden": "true" });
    const pick = create(
      "button",
      { type: "button", class: "chip", on: { click: () => view.set({ layer }) } },
      sign,
      layer,
    );
    return { sign, element: create("li", {}, pick) };
  };
  return (lines) => {
    const strokes = layerStrokes(readLook(), lines.length);
    const named = lines.length <= NAMED ? lines : [lines[0], lines.at(-1)];
    const elements = named.map((line) => {
      const { layer } = line;
      if (!chips.has(layer)) chips.set(layer, chipOf(layer));
      const { sign, element } = chips.get(layer);
      const { color, type } = strokes(lines.indexOf(line));
      sign.style.borderTopColor = color;
      sign.style.borderTopStyle = type === "solid" ? "solid" : "dashed";
      return element;
    });
    setText(between, `… ${lines.length - 2} between …`);
    if (named.length < lines.length) elements.splice(1, 0, between);
    setChildren(key, elements);
  };
}
