import assert from "node:assert/strict";
import test from "node:test";
import {
  durationAxis,
  exactAxis,
  extentOf,
  logAxis,
  roundInterval,
  timeInterval,
  xAxis,
  yAxis,
} from "#page/chart/axes.js";

test("ticks are 1, 2 or 5 times a power of ten apart, and not more than asked for", () => {
  assert.equal(roundInterval(1000, 5), 200);
  assert.equal(roundInterval(1000, 10), 100);
  assert.equal(roundInterval(1100, 10), 200);
  assert.equal(roundInterval(0.04, 3), 0.02);
  for (const span of [1, 3, 7, 29, 4135.5, 1e6]) {
    assert.ok(span / roundInterval(span, 7) <= 7, `span ${span}`);
    assert.ok(span / roundInterval(span, 7) > 7 / 2.5 - 1e-9, `not too few of span ${span}`);
  }
});

test("ticks in time are whole seconds, minutes, hours or days apart", () => {
  assert.equal(timeInterval(3, 5), 1);
  assert.equal(timeInterval(100, 5), 30);
  assert.equal(timeInterval(3600, 5), 900);
  assert.equal(timeInterval(86400, 3), 43200);
  assert.equal(timeInterval(86400 * 33, 5), 86400 * 10);
});

test("an x axis has exactly the ends that it is given, and ticks at round values alone", () => {
  const axis = xAxis("step", [13, 988], 900);
  assert.deepEqual([axis.min, axis.max], [13, 988]);
  assert.deepEqual(axis.ticks, [100, 200, 300, 400, 500, 600, 700, 800, 900]);
  const relative = xAxis("relative", [0, 3600], 450);
  assert.deepEqual(relative.ticks.map(relative.format), ["0 s", "15 min", "30 min", "45 min", "1 h"]);
  assert.deepEqual(xAxis("step", [0, 0.3], 300).ticks, [0, 0.1, 0.2, 0.3]);
});

test("a narrow x axis has fewer labels", () => {
  assert.ok(xAxis("step", [0, 1000], 300).ticks.length < xAxis("step", [0, 1000], 1200).ticks.length);
});

function time(...parts) {
  return new Date(...parts).getTime() / 1000;
}

function timeLabels(low, high, width = 450) {
  const { ticks, format } = xAxis("time", [low, high], width);
  return ticks.map(format);
}

test("an axis of time has ticks at round times of the viewer's day, and names the days between", () => {
  const evening = time(2026, 2, 9, 19, 20);
  assert.deepEqual(timeLabels(evening, evening + 12 * 3600), ["21:00", "10 Mar", "03:00", "06:00"]);
  assert.deepEqual(timeLabels(evening, evening + 50), [
    "19:20:00",
    "19:20:10",
    "19:20:20",
    "19:20:30",
    "19:20:40",
    "19:20:50",
  ]);
  assert.deepEqual(timeLabels(evening, evening + 0.5)[1], "19:20:00.100");
  assert.deepEqual(timeLabels(evening, time(2026, 2, 13, 7)), ["10 Mar", "11 Mar", "12 Mar", "13 Mar"]);
  assert.match(timeLabels(evening, time(2029, 1, 1)).at(-1), /^\d+ \w+ 20\d\d$/);
});

test("a y axis begins and ends at a tick", () => {
  const { min, max, ticks } = yAxis([0.13, null, Number.NaN, 0.68], String);
  assert.deepEqual([min, ticks, max], [0, [0, 0.2, 0.4, 0.6, 0.8].slice(0, ticks.length), ticks.at(-1)]);
  assert.deepEqual(yAxis([0, 4.0000000001], String).ticks.at(-1), 4);
});

test("a y axis of one value, or of none, has a height", () => {
  for (const values of [[60, 60], [0], [-3], [], [Number.NaN]]) {
    const { min, max, ticks } = yAxis(values, String);
    assert.ok(min < max && ticks.length >= 3, `${values}: ${ticks}`);
  }
});

test("however large or small values are, they have ticks", () => {
  for (const values of [
    [1e30, 3e30],
    [1e-20, 2e-20],
    [1e9, 1e9 + 2],
  ]) {
    const { min, max, ticks } = yAxis(values, String);
    assert.ok(min <= values[0] * 1.000001 && max >= values[1] && ticks.length >= 3, String(ticks));
  }
});

test("an axis of durations begins and ends at a tick", () => {
  const axis = durationAxis([130, null, Number.POSITIVE_INFINITY, 1000], String);
  assert.deepEqual(axis.ticks, [0, 300, 600, 900, 1200]);
  assert.ok(durationAxis([60, 60], String).ticks.length >= 3);
  assert.ok(durationAxis([0.1, 0.4], String).ticks.length >= 3);
});

test("a logarithmic axis ends where its values do, with ticks at powers of ten, or at round values between", () => {
  const ticksOf = (...values) => logAxis(values, String).ticks;
  assert.deepEqual(ticksOf(1, 0, -1, null, 3000), [1, 10, 100, 1000]);
  assert.deepEqual(ticksOf(1, 1e12), [1, 1e3, 1e6, 1e9, 1e12]);
  assert.deepEqual(ticksOf(0.04, 0.8), [0.05, 0.1, 0.2, 0.5]);
  assert.deepEqual(ticksOf(2.1, 3.2), [2.2, 2.4, 2.6, 2.8, 3, 3.2]);
  assert.ok(ticksOf(2, 2).length >= 2);
  assert.ok(ticksOf(-1).length >= 2);
  const { min, max } = logAxis([2, 2000], String);
  assert.ok(min > 1.3 && min < 2 && max > 2000 && max < 3000, `${min} ${max}`);
});

test("an extent is of what is finite", () => {
  assert.deepEqual(extentOf([3, null, Number.NaN, Number.NEGATIVE_INFINITY, -1]), [-1, 3]);
  assert.deepEqual(extentOf([null]), [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);
});

test("where outliers are cut off an axis ends there, and its ticks stand within", () => {
  const kinds = { isLog: false, isDuration: false };
  const axis = exactAxis([0.13, 0.94], String, kinds);
  assert.deepEqual([axis.min, axis.max, axis.ticks], [0.13, 0.94, [0.2, 0.4, 0.6, 0.8]]);
  assert.deepEqual(exactAxis([1.5, 90], String, { ...kinds, isLog: true }).ticks, [2, 5, 10, 20, 50]);
  assert.deepEqual(exactAxis([100, 7000], String, { ...kinds, isDuration: true }).ticks, [1800, 3600, 5400]);
});
