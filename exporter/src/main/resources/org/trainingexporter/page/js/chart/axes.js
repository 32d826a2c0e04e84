/**
 * Axes for ECharts, with ticks at round values.
 *
 * @import { Axis } from "../state/url.js"
 * @import { Theme } from "./theme.js"
 */
import { compact, duration, position } from "../base/format.js";

/** So many pixels a label of the x axis takes. */
const LABEL_PX = 90;

/** Above and beside a label: those that would come closer to each other are left out. */
const APART = [0, 6];

/** A logarithmic axis has a label at each power of the largest of these bases that has so many of them between its ends. */
const LOG_BASES = [1e6, 1000, 100, 10, 4, 2, 1.5, 1.2, 1.1, 1.05, 1.02, 1.01];
const LEAST_POWERS = 3;

/** How ECharts writes the ticks of a time axis. */
const TIME_FORMATS = {
  year: "{yyyy}",
  month: "{MMM}",
  day: "{d} {MMM}",
  hour: "{HH}:{mm}",
  minute: "{HH}:{mm}",
  second: "{HH}:{mm}:{ss}",
  millisecond: "{HH}:{mm}:{ss}.{SSS}",
};

const DAY = 86400;
const SECONDS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, DAY];

/**
 * An x axis with exactly these ends.
 *
 * @param {Axis} axis
 * @param {[number, number]} range in the units of the axis; ECharts is given times in milliseconds
 * @param {number} width in pixels
 */
export function xAxis(axis, [low, high], width) {
  const count = Math.max(3, Math.floor(width / LABEL_PX));
  if (axis === "time") {
    return {
      type: "time",
      min: low * 1000,
      max: high * 1000,
      splitNumber: count,
      axisLabel: { formatter: TIME_FORMATS, hideOverlap: true, padding: APART },
    };
  }
  const format = axis === "relative" ? duration : axis === "tokens" ? compact : position;
  const interval = (axis === "relative" ? timeInterval : roundInterval)(high - low, count);
  // No label at a crooked end: it would push out the round one beside it.
  /** @param {number} value */
  const isRound = (value) => Math.abs(value / interval - Math.round(value / interval)) < 1e-6;
  /** @param {number} value */
  const formatter = (value) => (isRound(value) ? format(value) : "");
  return {
    type: "value",
    min: low,
    max: high,
    ...every(interval),
    axisLabel: { formatter, hideOverlap: true, padding: APART },
  };
}

/**
 * A y axis of durations, with ticks at whole minutes, hours or days.
 *
 * @param {(number | null)[]} values
 * @param {number} count of ticks, at most
 */
export function durationAxis(values, count) {
  const [low, high] = extentOf(values);
  if (!(low < high)) return { type: "value", scale: true };
  const interval = timeInterval(high - low, count);
  return {
    type: "value",
    ...every(interval),
    min: Math.floor(low / interval) * interval,
    max: Math.ceil(high / interval) * interval,
  };
}

/**
 * A logarithmic y axis that ends where the values do, not at the next power.
 *
 * @param {(number | null)[]} values
 */
export function logAxis(values) {
  const [low, high] = extentOf(values.filter((value) => value !== null && value > 0));
  if (!Number.isFinite(low)) return { type: "log", logBase: 10 };
  const ratio = high / low;
  const margin = ratio > 1 ? ratio ** 0.04 : 1.2;
  const logBase = LOG_BASES.find((base) => Math.log(ratio) / Math.log(base) >= LEAST_POWERS) ?? 1.01;
  return { type: "log", logBase, min: low / margin, max: high * margin, splitNumber: 4 };
}

/**
 * With its title beside it.
 *
 * @param {Record<string, any>} axis
 * @param {string} name
 * @param {number} nameGap in pixels
 * @param {Theme} theme
 */
export function titledAxis(axis, name, nameGap, theme) {
  return { ...axis, name, nameGap, nameLocation: "middle", nameTextStyle: { color: theme.soft, fontSize: 11 } };
}

/**
 * The least and the largest finite value; Infinity and -Infinity without any.
 *
 * @param {(number | null)[]} values
 * @returns {[number, number]}
 */
export function extentOf(values) {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (value === null || !Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
}

/**
 * In the colours of the page.
 *
 * @param {Record<string, any>} axis
 * @param {Theme} theme
 * @param {{ isY?: boolean }} options a y axis has lines across the plot, an x axis a line of its own
 */
export function styledAxis(axis, theme, { isY = false } = {}) {
  return {
    ...axis,
    axisLine: { show: !isY, lineStyle: { color: theme.line } },
    axisTick: { show: !isY, lineStyle: { color: theme.line } },
    splitLine: { show: isY, lineStyle: { color: theme.grid } },
    axisLabel: { color: theme.soft, fontSize: 11, ...axis.axisLabel },
  };
}

/**
 * Ticks at multiples of the interval: ECharts' own `interval` would count from a crooked end.
 *
 * @param {number} interval
 */
function every(interval) {
  return { minInterval: interval, maxInterval: interval };
}

/**
 * A whole number of seconds, minutes, hours or days, so that at most so many fit in.
 *
 * @param {number} span in seconds
 * @param {number} count
 */
export function timeInterval(span, count) {
  const found = SECONDS.find((size) => span / size <= count);
  return found ?? DAY * Math.ceil(roundInterval(span / DAY, count));
}

/**
 * 1, 2 or 5 times a power of ten, so that at most so many fit in.
 *
 * @param {number} span
 * @param {number} count
 */
export function roundInterval(span, count) {
  const power = 10 ** Math.floor(Math.log10(span / count));
  return [1, 2, 5, 10].map((one) => one * power).find((size) => span / size <= count) ?? power * 10;
}
