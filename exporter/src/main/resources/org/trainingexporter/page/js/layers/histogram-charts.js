/**
 * What the charts of a tensor's histograms show: one frame as bars, and all frames side by side.
 *
 * @import { TooltipDrawing } from "../chart/tooltip-chart.js"
 * @import { Theme } from "../chart/theme.js"
 *
 * @typedef {object} Film a tensor's histograms, from the first to the newest, all on the same bins
 * @property {string} layer
 * @property {string} tensorWord
 * @property {string} axis what the steps are called
 * @property {number} lower the lower edge of the first bin
 * @property {number} upper the upper edge of the last one
 * @property {Api.HistogramFrame[]} frames
 * @property {number} current the index of the frame that is looked at
 */
import { number, position, tick } from "../base/format.js";
import { styledAxis } from "../chart/axes.js";
import { chartOption } from "../chart/option.js";

/** So many pixels a label of an x axis takes. */
const LABEL_PX = 90;
const STEP_LABEL_PX = 80;

/**
 * The current frame as bars, and the outline of the first one over them.
 *
 * @param {Film} film
 * @returns {TooltipDrawing}
 */
export function distribution(film) {
  const { layer, tensorWord, axis, frames, current } = film;
  const [from, to] = filledBins(frames);
  const edge = edgesOf(film);
  const most = frames.reduce((high, { counts }) => Math.max(high, ...counts), 0);
  const [first, now] = [frames[0], frames[current]];
  const elements = sum(now.counts);
  const yTicks = withoutEnds(0, Number.isInteger(most) ? Number.NaN : most);
  return {
    title: `${tensorWord} of ${layer}`,
    summary: `${number(elements)} elements in bins from ${number(edge(from))} to ${number(edge(to))}, at ${axis} ${position(now.step)} and in the first histogram, ${axis} ${position(first.step)}.`,
    range: categoryRange(to - from),
    option: (theme, width) =>
      chartOption(theme, {
        xAxis: [binAxis(to - from), edgeAxis("bottom", edge(from), edge(to), Math.floor(width / LABEL_PX), theme)],
        yAxis: styledAxis(
          { type: "value", min: 0, max: most, splitNumber: 4, axisLabel: { formatter: yTicks } },
          theme,
          { isY: true },
        ),
        series: [
          {
            type: "bar",
            silent: true,
            data: now.counts.slice(from, to),
            barCategoryGap: "6%",
            itemStyle: { color: theme.runs[0], opacity: 0.75 },
          },
          {
            type: "line",
            silent: true,
            step: "middle",
            data: first.counts.slice(from, to),
            symbol: "none",
            z: 3,
            lineStyle: { color: theme.runs[1], width: 2 },
          },
        ],
      }),
    tip: (x, _y, theme) => {
      const bin = from + nearestIndex(x, to - from);
      /**
       * @param {Api.HistogramFrame} frame
       * @param {string} colour
       */
      const row = ({ step, counts }, colour) => ({
        colour,
        label: `${axis} ${position(step)}`,
        text: number(counts[bin], 4),
      });
      return { head: binName(edge, bin), rows: [row(now, theme.runs[0]), row(first, theme.runs[1])] };
    },
  };
}

/**
 * All frames side by side: a column for each, the darker the more of its elements lie in a bin.
 *
 * @param {Film & { choose: (index: number) => void }} film choose: called with the frame that is clicked
 * @returns {TooltipDrawing}
 */
export function evolution(film) {
  const { layer, tensorWord, axis, frames, current, choose } = film;
  const [from, to] = filledBins(frames);
  const edge = edgesOf(film);
  const cells = frames.flatMap(({ counts }, column) => {
    const all = sum(counts) || 1;
    return counts.slice(from, to).map((count, row) => [column, row, count / all]);
  });
  const most = cells.reduce((high, [, , share]) => Math.max(high, share), 0);
  const lastStep = position(frames.at(-1)?.step);
  return {
    title: "Over time",
    summary: `${tensorWord} of ${layer}, ${frames.length} histograms from ${axis} ${position(frames[0].step)} to ${lastStep}.`,
    range: categoryRange(frames.length),
    rule: current,
    option: (theme, width) =>
      chartOption(theme, {
        xAxis: styledAxis(
          {
            type: "category",
            data: frames.map(({ step }) => position(step)),
            axisLabel: { interval: labelInterval(frames.length, width) },
          },
          theme,
        ),
        yAxis: [binAxis(to - from), edgeAxis("left", edge(from), edge(to), 5, theme)],
        visualMap: {
          show: false,
          min: 0,
          max: most,
          dimension: 2,
          inRange: { color: [theme.surface, theme.runs[0], theme.text] },
        },
        series: [{ type: "heatmap", silent: true, data: cells }],
      }),
    tip: (x, y, theme) => {
      const bin = from + nearestIndex(y, to - from);
      const { step, counts } = frames[nearestIndex(x, frames.length)];
      return {
        head: `${axis} ${position(step)}`,
        rows: [{ colour: theme.runs[0], label: binName(edge, bin), text: number(counts[bin], 4) }],
      };
    },
    click: (x) => choose(nearestIndex(x, frames.length)),
  };
}

/** @param {number[]} counts */
function sum(counts) {
  return counts.reduce((total, count) => total + count, 0);
}

/**
 * The value at the lower edge of each bin.
 *
 * @param {Film} film
 */
function edgesOf({ lower, upper, frames }) {
  const bins = frames[0].counts.length;
  return (/** @type {number} */ bin) => lower + (bin * (upper - lower)) / bins;
}

/**
 * @param {(bin: number) => number} edge
 * @param {number} bin
 */
function binName(edge, bin) {
  return `${number(edge(bin))} to ${number(edge(bin + 1))}`;
}

/**
 * The bins from the first that ever held something to the last, and one more on either side.
 *
 * @param {Api.HistogramFrame[]} frames
 * @returns {[from: number, to: number]}
 */
export function filledBins(frames) {
  const bins = frames[0].counts.length;
  const used = frames[0].counts.map((_, bin) => frames.some(({ counts }) => counts[bin] > 0));
  const first = used.indexOf(true);
  return first < 0 ? [0, bins] : [Math.max(0, first - 1), Math.min(bins, used.lastIndexOf(true) + 2)];
}

/**
 * Where an axis of so many categories begins and ends: each is centred on its index.
 *
 * @param {number} count
 * @returns {[number, number]}
 */
function categoryRange(count) {
  return [-0.5, count - 0.5];
}

/**
 * @param {number} place
 * @param {number} count
 */
function nearestIndex(place, count) {
  return Math.max(0, Math.min(count - 1, Math.round(place)));
}

/**
 * The axis that the bins stand on. It is not shown, but one with round numbers beside it.
 *
 * @param {number} count
 */
function binAxis(count) {
  return { type: "category", data: Array.from({ length: count }, (_, i) => i), show: false };
}

/**
 * @param {"bottom" | "left"} side
 * @param {number} min
 * @param {number} max
 * @param {number} splitNumber
 * @param {Theme} theme
 */
function edgeAxis(side, min, max, splitNumber, theme) {
  const axisLabel = { formatter: withoutEnds(min, max) };
  const axis = { type: "value", position: side, min, max, splitNumber, axisLabel };
  return { ...styledAxis(axis, theme), splitLine: { show: false } };
}

/**
 * Ticks without those at the ends, which are crooked numbers.
 *
 * @param {number} min
 * @param {number} max
 */
function withoutEnds(min, max) {
  return (/** @type {number} */ value) => (value !== 0 && (value === min || value === max) ? "" : tick(value));
}

/**
 * So many labels are left out between two.
 *
 * @param {number} count
 * @param {number} width
 */
function labelInterval(count, width) {
  return Math.max(0, Math.ceil(count / Math.max(3, Math.floor(width / STEP_LABEL_PX))) - 1);
}
