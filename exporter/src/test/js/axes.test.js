import assert from "node:assert/strict";
import test from "node:test";
import { durationAxis, extentOf, roundInterval, timeInterval, xAxis } from "#page/chart/axes.js";

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

test("an x axis has exactly the ends that it is given, and labels at round values alone", () => {
  const axis = xAxis("step", [13, 988], 900);
  assert.deepEqual([axis.min, axis.max], [13, 988]);
  assert.equal(axis.minInterval, 100);
  assert.equal(axis.axisLabel.formatter(300), "300");
  assert.equal(axis.axisLabel.formatter(13), "");
  assert.equal(xAxis("relative", [0, 3600], 450).axisLabel.formatter(1800), "30 min");
});

test("a narrow x axis has fewer labels", () => {
  assert.ok(xAxis("step", [0, 1000], 300).minInterval > xAxis("step", [0, 1000], 1200).minInterval);
});

test("ECharts is given times in milliseconds", () => {
  const axis = xAxis("time", [1000, 2000], 900);
  assert.deepEqual([axis.type, axis.min, axis.max], ["time", 1_000_000, 2_000_000]);
});

test("an axis of durations begins and ends at a tick", () => {
  const axis = durationAxis([130, null, Number.POSITIVE_INFINITY, 1000], 5);
  assert.deepEqual([axis.min, axis.max, axis.minInterval], [0, 1200, 300]);
  assert.deepEqual(durationAxis([60, 60], 5), { type: "value", scale: true });
});

test("an extent is of what is finite", () => {
  assert.deepEqual(extentOf([3, null, Number.NaN, Number.NEGATIVE_INFINITY, -1]), [-1, 3]);
  assert.deepEqual(extentOf([null]), [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);
});
