/**
 * What the charts of a tensor's histograms show: one frame as bars, and all frames side by side.
 *
 * @import { Axis, Cell } from "../chart/scene.js"
 * @import { TooltipDrawing } from "../chart/tooltip-chart.js"
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
import { multiples, roundInterval, yAxis } from "../chart/axes.js";
import { gridWidth } from "../chart/pixel-mapping.js";
import { mixedColour } from "./strokes.js";

/** So many pixels a label of an x axis takes. */
const LABEL_PX = 60;
const STEP_LABEL_PX = 80;
/** How much of a bin its bar fills. */
const FILLED = 0.94;

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
  const binAt = binFinder(film, from, to);
  return {
    title: `${tensorWord} of ${layer}`,
    summary: `${number(elements)} elements in bins from ${number(edge(from))} to ${number(edge(to))}, at ${axis} ${position(now.step)} and in the first histogram, ${axis} ${position(first.step)}.`,
    scene: (theme, width) => ({
      x: edgeAxis(edge(from), edge(to), Math.max(3, Math.floor(gridWidth(width) / LABEL_PX))),
      y: yAxis([0, most || 1], (value) => tick(value)),
      cells: now.counts
        .slice(from, to)
        .map((count, i) => bar(edge(from + i), edge(from + i + 1), count, theme.runs[0])),
      lines: [{ ...outlineOf(first.counts.slice(from, to), (i) => edge(from + i)), colour: theme.runs[1], width: 2 }],
    }),
    tip: (x, _y, theme) => {
      const bin = binAt(x);
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
  const shares = frames.map(({ counts }) => {
    const all = sum(counts) || 1;
    return counts.slice(from, to).map((count) => count / all);
  });
  const most = Math.max(...shares.map((column) => Math.max(...column)));
  const binAt = binFinder(film, from, to);
  const lastStep = position(frames.at(-1)?.step);
  return {
    title: "Over time",
    summary: `${tensorWord} of ${layer}, ${frames.length} histograms from ${axis} ${position(frames[0].step)} to ${lastStep}.`,
    rule: current,
    scene: (theme, width) => {
      const stops = [theme.surface, theme.runs[0], theme.text];
      return {
        x: frameAxis(frames, gridWidth(width)),
        y: edgeAxis(edge(from), edge(to), 7),
        cells: shares.flatMap((column, i) =>
          column.flatMap((share, row) =>
            share === 0 ? [] : cell(i, [edge(from + row), edge(from + row + 1)], mixedColour(stops, share / most)),
          ),
        ),
      };
    },
    tip: (x, y, theme) => {
      const bin = binAt(y);
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
 * The index of the shown bin that a value is in, or is nearest to.
 *
 * @param {Film} film
 * @param {number} from
 * @param {number} to
 */
function binFinder({ lower, upper, frames }, from, to) {
  const bins = frames[0].counts.length;
  return (/** @type {number} */ value) =>
    Math.max(from, Math.min(to - 1, Math.floor(((value - lower) / (upper - lower)) * bins)));
}

/**
 * @param {number} low
 * @param {number} high
 * @param {number} count
 * @param {string} colour
 * @returns {Cell}
 */
function bar(low, high, count, colour) {
  const margin = ((high - low) * (1 - FILLED)) / 2;
  return { x: [low + margin, high - margin], y: [0, count], colour, opacity: 0.75 };
}

/**
 * @param {number} column
 * @param {[number, number]} y
 * @param {string} colour
 * @returns {Cell}
 */
function cell(column, y, colour) {
  return { x: [column - 0.5, column + 0.5], y, colour };
}

/**
 * A line along the upper ends of bars.
 *
 * @param {number[]} counts
 * @param {(bin: number) => number} edge
 */
function outlineOf(counts, edge) {
  return { x: counts.flatMap((_, i) => [edge(i), edge(i + 1)]), y: counts.flatMap((count) => [count, count]) };
}

/**
 * @param {number} place
 * @param {number} count
 */
function nearestIndex(place, count) {
  return Math.max(0, Math.min(count - 1, Math.round(place)));
}

/**
 * From edge to edge, which are crooked numbers, with round ones between them.
 *
 * @param {number} min
 * @param {number} max
 * @param {number} count
 * @returns {Axis}
 */
function edgeAxis(min, max, count) {
  return { min, max, ticks: multiples(min, max, roundInterval(max - min, count)), format: (value) => tick(value) };
}

/**
 * Frames side by side, each centred on its index; of many only some are named.
 *
 * @param {Api.HistogramFrame[]} frames
 * @param {number} width
 * @returns {Axis}
 */
function frameAxis(frames, width) {
  const each = Math.ceil(frames.length / Math.max(3, Math.floor(width / STEP_LABEL_PX)));
  const ticks = [...frames.keys()].filter((i) => i % each === 0);
  return { min: -0.5, max: frames.length - 0.5, ticks, format: (i) => position(frames[i].step) };
}
