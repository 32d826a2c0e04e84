import { strokeOf } from "../chart/theme.js";
import { chartAxis, durationAxis } from "../curves/x-axis.js";
import { marksOf } from "./marks.js";

/** The plot's edges in pixels, the same in all plots: places on the x axis stand below each other. */
export const GRID = { left: 62, right: 18, top: 22, bottom: 28 };

/** What ECharts shall draw. Texts out of logs stay out of it: hover and legend are DOM. */
export function chartOption({ plot, lines, curves, domain, view, look, many, width }) {
  const x = view.get("x");
  const log = view.get("log").includes(plot.id);
  const scale = x === "time" ? 1000 : 1;
  const put = (place, y) => [place * scale, Number.isFinite(y) && (!log || y > 0) ? y : "-"];
  return {
    animation: false,
    textStyle: { fontFamily: look.font, color: look.soft },
    grid: { ...GRID, containLabel: false },
    xAxis: styled(chartAxis(x, domain, width - GRID.left - GRID.right), look, false),
    yAxis: styled(valueAxis(plot, lines, log), look, true),
    series: [
      ...lines.flatMap((line) => attempts(line).map((part) => drawn(part, put, look, many ? 0.18 : 0.35))),
      ...marksOf({ plot, lines, curves, x, put, look, scale, domain }),
    ],
  };
}

function valueAxis(plot, lines, log) {
  const digits = digitsOf(lines);
  const label = { formatter: (value) => plot.ticks(value, digits) };
  if (!log && plot.time)
    return {
      ...durationAxis(
        lines.flatMap((line) => line.y),
        5,
      ),
      axisLabel: label,
    };
  if (!log) return { type: "value", scale: true, splitNumber: 4, axisLabel: label };
  const values = lines.flatMap((line) => line.y.filter((y) => y > 0 && Number.isFinite(y)));
  const ratio = values.reduce((a, b) => Math.max(a, b), 0) / values.reduce((a, b) => Math.min(a, b), Infinity);
  return { type: "log", logBase: ratio >= 10 ? 10 : ratio >= 2 ? 2 : 1.1, axisLabel: label, splitNumber: 4 };
}

/** So many significant digits that neighbouring ticks differ. */
function digitsOf(lines) {
  const values = lines.flatMap((line) => line.y.filter(Number.isFinite));
  const low = values.reduce((a, b) => Math.min(a, b), Infinity);
  const high = values.reduce((a, b) => Math.max(a, b), -Infinity);
  const needed = Math.ceil(Math.log10(Math.max(Math.abs(low), Math.abs(high)) / (high - low))) + 2;
  return Number.isFinite(needed) ? Math.max(3, Math.min(9, needed)) : 3;
}

/** In the colours of the page; split: with lines across the plot. */
export function styled(axis, look, split) {
  return {
    ...axis,
    axisLine: { show: !split, lineStyle: { color: look.line } },
    axisTick: { show: !split, lineStyle: { color: look.line } },
    splitLine: { show: split, lineStyle: { color: look.grid } },
    axisLabel: { color: look.soft, fontSize: 11, ...axis.axisLabel },
  };
}

/** One piece an attempt: a line that ran back to its start would tell what never happened. */
function attempts(line) {
  const pieces = [];
  line.x.forEach((x, i) => {
    if (pieces.at(-1)?.attempt !== line.attempt[i]) {
      pieces.push({ ...line, attempt: line.attempt[i], x: [], y: [] });
    }
    pieces.at(-1).x.push(x);
    pieces.at(-1).y.push(line.y[i]);
  });
  return pieces.map((piece, i) => ({ ...piece, past: i < pieces.length - 1 }));
}

function drawn(line, put, look, faint) {
  const stroke = strokeOf(look, line.kind === "second" ? line.look + 1 : line.look);
  const lone = line.x.length === 1;
  return {
    type: "line",
    name: line.kind,
    data: line.x.map((x, i) => put(x, line.y[i])),
    silent: true,
    showSymbol: lone || line.x.length <= 60,
    symbol: line.kind === "second" ? "rect" : "circle",
    symbolSize: line.x.length <= 60 && !line.faint ? 5 : 3,
    z: line.calm ? 3 : 2,
    itemStyle: { color: stroke.color, opacity: line.faint ? faint : 1 },
    lineStyle: {
      color: stroke.color,
      type: line.past ? [1, 3] : line.faint ? "solid" : stroke.type,
      width: line.faint ? 1 : line.calm ? 2.2 : 1.6,
      opacity: line.past ? 0.5 : line.faint ? faint : 1,
    },
  };
}
