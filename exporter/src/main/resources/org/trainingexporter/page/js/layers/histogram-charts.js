import { number, position, tick } from "../base/format.js";
import { GRID, styled } from "../plots/plot-option.js";

/** A frame of a tensor's histogram as bars, and the outline of the first one over them. */
export function distribution({ layer, words, axis, lower, upper, frames, i }) {
  const [from, to] = filled(frames);
  const most = frames.reduce((high, { counts }) => Math.max(high, ...counts), 0);
  const cut = (counts) => counts.slice(from, to);
  const edge = edges(lower, upper, frames[0].counts.length);
  const elements = frames[i].counts.reduce((sum, count) => sum + count, 0);
  return {
    title: `${words} of ${layer}`,
    summary: `${number(elements)} elements in bins from ${number(edge(from))} to ${number(edge(to))}, at ${axis} ${position(frames[i].step)} and at first, ${axis} ${position(frames[0].step)}.`,
    option: (look, width) => ({
      animation: false,
      textStyle: { fontFamily: look.font, color: look.soft },
      grid: { ...GRID, containLabel: false },
      xAxis: [bins(from, to), scale("bottom", edge(from), edge(to), Math.floor(width / 90), look)],
      yAxis: styled(
        {
          type: "value",
          min: 0,
          max: most,
          splitNumber: 4,
          axisLabel: { formatter: ends(0, Number.isInteger(most) ? NaN : most) },
        },
        look,
        true,
      ),
      series: [
        {
          type: "bar",
          silent: true,
          data: cut(frames[i].counts),
          barCategoryGap: "6%",
          itemStyle: { color: look.runs[0], opacity: 0.75 },
        },
        {
          type: "line",
          silent: true,
          step: "middle",
          data: cut(frames[0].counts),
          symbol: "none",
          z: 3,
          lineStyle: { color: look.runs[1], width: 2 },
        },
      ],
    }),
    tip: ([bin], look) => {
      const at = from + Math.max(0, Math.min(to - from - 1, Math.round(bin)));
      return {
        head: `${number(edge(at))} to ${number(edge(at + 1))}`,
        rows: [
          { colour: look.runs[0], word: `${axis} ${position(frames[i].step)}`, text: number(frames[i].counts[at], 4) },
          { colour: look.runs[1], word: `${axis} ${position(frames[0].step)}`, text: number(frames[0].counts[at], 4) },
        ],
      };
    },
  };
}

/** All frames side by side: a column a frame, the darker the more of its elements lie in a bin. */
export function evolution({ layer, words, axis, lower, upper, frames, i, go }) {
  const [from, to] = filled(frames);
  const edge = edges(lower, upper, frames[0].counts.length);
  const sums = frames.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0) || 1);
  const cells = frames.flatMap(({ counts }, x) => counts.slice(from, to).map((count, y) => [x, y, count / sums[x]]));
  const most = cells.reduce((high, [, , share]) => Math.max(high, share), 0);
  const column = (x) => Math.max(0, Math.min(frames.length - 1, Math.round(x)));
  return {
    title: "Over time",
    summary: `${words} of ${layer}, ${frames.length} histograms from ${axis} ${position(frames[0].step)} to ${position(frames.at(-1).step)}.`,
    rule: i,
    option: (look, width) => ({
      animation: false,
      textStyle: { fontFamily: look.font, color: look.soft },
      grid: { ...GRID, containLabel: false },
      xAxis: styled(
        {
          type: "category",
          data: frames.map(({ step }) => position(step)),
          axisLabel: { interval: spacing(frames.length, width) },
        },
        look,
        false,
      ),
      yAxis: [bins(from, to), scale("left", edge(from), edge(to), 5, look)],
      visualMap: {
        show: false,
        min: 0,
        max: most,
        dimension: 2,
        inRange: { color: [look.surface, look.runs[0], look.text] },
      },
      series: [{ type: "heatmap", silent: true, data: cells }],
    }),
    tip: ([x, y], look) => {
      const bin = from + Math.max(0, Math.min(to - from - 1, Math.round(y)));
      const { step, counts } = frames[column(x)];
      const text = number(counts[bin], 4);
      return {
        head: `${axis} ${position(step)}`,
        rows: [{ colour: look.runs[0], word: `${number(edge(bin))} to ${number(edge(bin + 1))}`, text }],
      };
    },
    clicked: ([x]) => go(column(x)),
  };
}

function edges(lower, upper, bins) {
  return (bin) => lower + (bin * (upper - lower)) / bins;
}

/** The bins from the first that ever held something to the last, and one more on either side. */
function filled(frames) {
  const bins = frames[0].counts.length;
  const used = frames[0].counts.map((_, bin) => frames.some(({ counts }) => counts[bin] > 0));
  const first = used.indexOf(true);
  return first < 0 ? [0, bins] : [Math.max(0, first - 1), Math.min(bins, used.lastIndexOf(true) + 2)];
}

/** The axis that the bins stand on; beside it one with round numbers is shown. */
function bins(from, to) {
  return { type: "category", data: Array.from({ length: to - from }, (_, i) => i), show: false };
}

function scale(side, min, max, splitNumber, look) {
  const round = { type: "value", position: side, min, max, splitNumber, axisLabel: { formatter: ends(min, max) } };
  return { ...styled(round, look, false), splitLine: { show: false } };
}

/** The ends are crooked numbers, which say nothing. */
function ends(min, max) {
  return (value) => (value !== 0 && (value === min || value === max) ? "" : tick(value));
}

function spacing(count, width) {
  return Math.max(0, Math.ceil(count / Math.max(3, Math.floor(width / 80))) - 1);
}
