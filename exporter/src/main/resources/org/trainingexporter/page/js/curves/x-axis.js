import { duration, position } from "../base/format.js";

/**
 * The x axes: how a point of a series gets its place. Epoch seconds for time, seconds since the run's
 * first record for relative, the log's own counter for step.
 */
export const AXES = {
  step: { of: (series) => series.x },
  time: { of: (series) => series.time },
  relative: { of: (series, start) => series.time.map((time) => (time === null ? null : time - start)) },
};

/** What stands below the plots. */
export function axisTitle(x, curves) {
  if (x === "time") return "time";
  if (x === "relative") return "time since the start";
  return curves.every((curve) => curve.axis === "epoch") && curves.length > 0 ? "epoch" : "step";
}

/** From where to where all plots reach: the part chosen, else all of the runs. */
export function domain(curves, view) {
  const ends = curves.map((curve) => whole(curve, view.get("x"))).filter((end) => end !== null);
  const low = view.get("from") ?? Math.min(...ends.map(([first]) => first));
  const high = view.get("to") ?? Math.max(...ends.map(([, last]) => last));
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [0, 1];
  return low < high ? [low, high] : [low, low + 1];
}

function whole(curve, x) {
  const end = curve.extent(x === "step" ? "x" : "time");
  return end === null || x !== "relative" ? end : end.map((time) => time - curve.start);
}

/** A window of the x axis as positions of this run, at most one point wider; null for the whole run. */
export function positions(curve, x, from, to) {
  if (from === null && to === null) return null;
  if (x === "step") return [from ?? -Infinity, to ?? Infinity];
  const places = AXES[x].of(curve.steps(), curve.start);
  const before = places.findLastIndex((place) => place !== null && place <= from);
  const after = places.findIndex((place) => place !== null && place >= to);
  return [
    from === null || before < 0 ? -Infinity : curve.steps().x[before],
    to === null || after < 0 ? Infinity : curve.steps().x[after],
  ];
}

/** The same window on another x axis, told by this run. */
export function translate(curve, window, from, to) {
  const before = AXES[from].of(curve.steps(), curve.start);
  const after = AXES[to].of(curve.steps(), curve.start);
  return window.map((place) => (place === null ? null : interpolate(before, after, place)));
}

function interpolate(before, after, place) {
  let i = before.findIndex((one) => one !== null && one >= place);
  if (i < 0) i = before.length - 1;
  const span = before[i] - before[i - 1];
  const part = i > 0 && span > 0 ? (place - before[i - 1]) / span : 1;
  const value = i > 0 ? after[i - 1] + part * (after[i] - after[i - 1]) : after[i];
  return Number.isFinite(value) ? value : null;
}

const TIMES = {
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

/** The x axis for ECharts; all plots have the same ends, so that they stand exactly below each other. */
export function chartAxis(x, [low, high], width) {
  const count = Math.max(3, Math.floor(width / 90));
  if (x === "time") {
    return {
      type: "time",
      min: low * 1000,
      max: high * 1000,
      splitNumber: count,
      axisLabel: { formatter: TIMES, hideOverlap: true },
    };
  }
  const show = x === "step" ? position : duration;
  const interval = (x === "step" ? roundInterval : timeInterval)(high - low, count);
  // No label at a crooked end: it would push out the round one beside it.
  const isRound = (value) => Math.abs(value / interval - Math.round(value / interval)) < 1e-6;
  const formatter = (value) => (isRound(value) ? show(value) : "");
  return { type: "value", min: low, max: high, ...every(interval), axisLabel: { formatter, hideOverlap: true } };
}

/** A y axis of durations, with ticks at whole minutes, hours or days. */
export function durationAxis(values, count) {
  const finite = values.filter(Number.isFinite);
  const low = finite.reduce((a, b) => Math.min(a, b), Infinity);
  const high = finite.reduce((a, b) => Math.max(a, b), -Infinity);
  if (!(low < high)) return { type: "value", scale: true };
  const interval = timeInterval(high - low, count);
  return {
    type: "value",
    ...every(interval),
    min: Math.floor(low / interval) * interval,
    max: Math.ceil(high / interval) * interval,
  };
}

/** Ticks at multiples of the interval: ECharts' own `interval` would count from a crooked end. */
function every(interval) {
  return { minInterval: interval, maxInterval: interval };
}

function timeInterval(span, count) {
  const found = SECONDS.find((size) => span / size <= count);
  return found ?? DAY * Math.ceil(roundInterval(span / DAY, count));
}

/** 1, 2 or 5 times a power of ten, so that at most so many fit in. */
function roundInterval(span, count) {
  const power = 10 ** Math.floor(Math.log10(span / count));
  return [1, 2, 5, 10].map((one) => one * power).find((size) => span / size <= count) ?? power * 10;
}
