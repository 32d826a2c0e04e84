/**
 * Axes with ticks at round values.
 *
 * @import * as Url from "../state/url.js"
 * @import { Axis } from "./scene.js"
 */
import { compact, duration, position } from "../base/format.js";

/** So many pixels a label of the x axis takes. */
const LABEL_PX = 90;

/** So many parts has a y axis, at most. */
const PARTS = 5;

/** From so many powers of ten on, a logarithmic axis has labels at nothing between them, and at most so many. */
const DECADES = 3;
const MOST_POWERS = 6;

const DAY = 86400;
const SECONDS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, DAY];

/**
 * An x axis with exactly these ends.
 *
 * @param {Url.Axis} kind
 * @param {[number, number]} range in the units of the axis
 * @param {number} width in pixels
 * @returns {Axis}
 */
export function xAxis(kind, [min, max], width) {
  const count = Math.max(3, Math.floor(width / LABEL_PX));
  if (kind === "step" || kind === "epoch" || kind === "tokens") {
    const format = kind === "tokens" ? compact : position;
    return { min, max, ticks: multiples(min, max, roundInterval(max - min, count)), format };
  }
  const interval = max - min < 3 ? roundInterval(max - min, count) : timeInterval(max - min, count);
  if (kind === "relative") return { min, max, ticks: multiples(min, max, interval), format: duration };
  return { min, max, ticks: timesOfDay(min, max, interval), format: (time) => timeTick(time, interval) };
}

/**
 * A y axis from tick to tick.
 *
 * @param {(number | null)[]} values
 * @param {(value: number) => string} format
 * @returns {Axis}
 */
export function yAxis(values, format) {
  const [low, high] = widened(extentOf(values));
  return fromTickToTick(low, high, roundInterval(high - low, PARTS), format);
}

/**
 * A y axis of durations, with ticks at whole minutes, hours or days.
 *
 * @param {(number | null)[]} values
 * @param {(value: number) => string} format
 * @returns {Axis}
 */
export function durationAxis(values, format) {
  const [low, high] = extentOf(values);
  if (!(high - low >= 1)) return yAxis(values, format);
  return fromTickToTick(low, high, timeInterval(high - low, PARTS), format);
}

/**
 * A logarithmic y axis that ends where the values do, not at the next power.
 *
 * @param {(number | null)[]} values
 * @param {(value: number) => string} format
 * @returns {Axis}
 */
export function logAxis(values, format) {
  const [low, high] = extentOf(values.filter((value) => value !== null && value > 0));
  if (!Number.isFinite(low)) return { min: 1, max: 10, ticks: [1, 10], format, isLog: true, hasGrid: true };
  const margin = high > low ? (high / low) ** 0.04 : 1.2;
  const [min, max] = [low / margin, high * margin];
  return { min, max, ticks: logTicks(min, max), format, isLog: true, hasGrid: true };
}

/**
 * A y axis with exactly these ends.
 *
 * @param {[number, number]} range
 * @param {(value: number) => string} format
 * @param {{ isLog: boolean, isDuration: boolean }} kind
 * @returns {Axis}
 */
export function exactAxis([min, max], format, { isLog, isDuration }) {
  const interval = isDuration && max - min >= 1 ? timeInterval(max - min, PARTS) : roundInterval(max - min, PARTS);
  const ticks = isLog ? logTicks(min, max) : multiples(min, max, interval);
  return { min, max, ticks, format, isLog, hasGrid: true };
}

/**
 * Powers of ten; where they are few, 1, 2 and 5 times them; where those are few, what is round.
 *
 * @param {number} min
 * @param {number} max
 */
function logTicks(min, max) {
  const decades = Math.log10(max / min);
  const each = Math.ceil(decades / MOST_POWERS);
  const [first, last] = [Math.floor(Math.log10(min) / each), Math.ceil(Math.log10(max) / each)];
  const powers = Array.from({ length: last - first + 1 }, (_, i) => Number(`1e${(first + i) * each}`));
  const steps = decades >= DECADES ? [1] : [1, 2, 5];
  const ticks = powers.flatMap((power) => steps.map((step) => step * power)).filter((one) => one >= min && one <= max);
  return ticks.length >= DECADES ? ticks : multiples(min, max, roundInterval(max - min, 2 * PARTS));
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
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

/**
 * @param {[number, number]} extent
 * @returns {[number, number]}
 */
function widened([low, high]) {
  if (low < high) return [low, high];
  if (low > high) return [0, 1];
  const by = Math.abs(low) / 10 || 1;
  return [low - by, high + by];
}

/**
 * @param {number} low
 * @param {number} high
 * @param {number} interval
 * @param {(value: number) => string} format
 * @returns {Axis}
 */
function fromTickToTick(low, high, interval, format) {
  const [first, last] = [Math.floor(low / interval + 1e-9), Math.ceil(high / interval - 1e-9)];
  const [min, max] = [first, last].map((count) => exactly(count * interval));
  return { min, max, ticks: multiples(min, max, interval), format, hasGrid: true };
}

/**
 * The multiples of the interval between the ends.
 *
 * @param {number} low
 * @param {number} high
 * @param {number} interval
 */
export function multiples(low, high, interval) {
  const [first, last] = [Math.ceil(low / interval - 1e-6), Math.floor(high / interval + 1e-6)];
  return Array.from({ length: last - first + 1 }, (_, i) => exactly((first + i) * interval));
}

/**
 * Without what calculating adds: 3 * 0.1 is 0.30000000000000004.
 *
 * @param {number} value
 */
function exactly(value) {
  return Number(value.toPrecision(12));
}

/**
 * Times at multiples of the interval since midnight, or at midnights, as the viewer's clock has them.
 *
 * @param {number} low
 * @param {number} high
 * @param {number} interval
 */
function timesOfDay(low, high, interval) {
  const midnight = new Date(low * 1000);
  midnight.setHours(0, 0, 0, 0);
  /** @type {number[]} */
  const times = [];
  while (midnight.getTime() / 1000 <= high) {
    const start = midnight.getTime() / 1000;
    midnight.setDate(midnight.getDate() + Math.max(1, Math.round(interval / DAY)));
    const end = Math.min(high, midnight.getTime() / 1000 - interval / 2);
    if (interval >= DAY) times.push(start);
    else times.push(...multiples(Math.max(0, low - start), end - start, interval).map((time) => start + time));
  }
  return times.filter((time) => time >= low && time <= high);
}

/**
 * @param {number} time
 * @param {number} interval
 */
function timeTick(time, interval) {
  const date = new Date(Math.round(time * 1000));
  const isMidnight = date.getHours() + date.getMinutes() + date.getSeconds() + date.getMilliseconds() === 0;
  if (isMidnight) {
    const year = interval >= 100 * DAY ? "numeric" : undefined;
    return date.toLocaleDateString("en-GB", { day: "numeric", month: "short", year });
  }
  const second = interval < 60 ? "2-digit" : undefined;
  const text = date.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", second });
  return interval < 1 ? `${text}.${String(date.getMilliseconds()).padStart(3, "0")}` : text;
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
