import assert from "node:assert/strict";
import test from "node:test";
import { Curve } from "#page/curves/curve.js";
import { hasAxis, positionRange, shownRange, translate, wordsOfPlace, xOf } from "#page/curves/x-axis.js";

/** Steps 0, 10, 20, 30; the last took three times as long. */
function curve({ x = [0, 10, 20, 30], time = [1000, 1010, 1020, 1050], start = 1000 } = {}) {
  const made = new Curve();
  const series = [{ signal: "loss", x, time, y: x.map(() => 1) }];
  made.replace({ run: "a", axis: "step", start, signals: [], series });
  return made;
}

test("a point stands at its position, its time, or the time since the start", () => {
  const series = { x: [1, 2], time: [1005, null], y: [0, 0] };
  assert.deepEqual(xOf(series, { start: 1000, axis: "step" }, "step"), [1, 2]);
  assert.deepEqual(xOf(series, { start: 1000, axis: "step" }, "time"), [1005, null]);
  assert.deepEqual(xOf(series, { start: 1000, axis: "step" }, "relative"), [5, null]);
});

test("without a start nothing is relative to it, and nothing counts from 1970", () => {
  const series = { x: [1, 2], time: [1005, null], y: [0, 0] };
  assert.deepEqual(xOf(series, { start: null, axis: "step" }, "relative"), [null, null]);
  assert.deepEqual(xOf(series, { start: null, axis: "step" }, "time"), [1005, null]);
  assert.deepEqual(shownRange([curve({ start: null })], "relative"), [0, 1]);
});

test("plots reach from the first to the last point of all runs", () => {
  const other = curve({ x: [5, 90], time: [2000, 2100], start: 2000 });
  assert.deepEqual(shownRange([curve(), other], "step"), [0, 90]);
  assert.deepEqual(shownRange([curve(), other], "time"), [1000, 2100]);
  assert.deepEqual(shownRange([curve(), other], "relative"), [0, 100]);
});

test("a chosen part holds; an end that is left open is the data's", () => {
  assert.deepEqual(shownRange([curve()], "step", 5, 12), [5, 12]);
  assert.deepEqual(shownRange([curve()], "step", 5, null), [5, 30]);
});

test("a range is never empty", () => {
  assert.deepEqual(shownRange([], "step"), [0, 1]);
  assert.deepEqual(shownRange([curve({ x: [7], time: [1000] })], "step"), [7, 8]);
  assert.deepEqual(shownRange([curve({ x: [7], time: [null] })], "time"), [0, 1]);
});

test("a part of the time axis is the positions around it", () => {
  assert.deepEqual(positionRange(curve(), "time", 1012, 1018), [10, 20]);
  assert.deepEqual(positionRange(curve(), "relative", 10, 20), [10, 20]);
  assert.deepEqual(positionRange(curve(), "time", 900, 2000), [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
  assert.deepEqual(positionRange(curve(), "time", null, 1018), [Number.NEGATIVE_INFINITY, 20]);
});

test("a part of the step axis is itself, and all of it is no part", () => {
  assert.deepEqual(positionRange(curve(), "step", 3, null), [3, Number.POSITIVE_INFINITY]);
  assert.equal(positionRange(curve(), "step", null, null), null);
});

test("an x is translated between the axes by the points beside it", () => {
  assert.equal(translate(curve(), 15, "step", "time"), 1015);
  assert.equal(translate(curve(), 25, "step", "relative"), 35);
  assert.equal(translate(curve(), 1035, "time", "step"), 25);
  assert.equal(translate(curve(), null, "step", "time"), null);
});

test("an x without known times beside it has no place in time", () => {
  const timeless = curve({ x: [0, 10], time: [null, null] });
  assert.equal(translate(timeless, 5, "step", "time"), null);
  assert.equal(translate(new Curve(), 5, "step", "time"), null);
});

test("a point's own x is translated to its own place, and one beyond the ends as the nearest points lead", () => {
  assert.equal(translate(curve(), 0, "step", "time"), 1000);
  assert.equal(translate(curve(), 20, "step", "time"), 1020);
  assert.equal(translate(curve(), 40, "step", "time"), 1080);
});

test("beside a point without a time nothing is guessed", () => {
  const gap = curve({ x: [0, 10, 20], time: [1000, null, 1020] });
  assert.equal(translate(gap, 5, "step", "time"), null);
  assert.equal(translate(gap, 15, "step", "time"), null);
  assert.equal(translate(gap, 0, "step", "time"), 1000);
});

test("a part of the time axis that begins at the first point, or ends at the last, is open on that side or holds it", () => {
  assert.deepEqual(positionRange(curve(), "time", 1000, 1050), [0, 30]);
});

test("epochs and tokens have axes of their own where the log counts them", () => {
  const made = new Curve();
  const time = [0, 1, 2];
  const series = [
    { signal: "loss", x: [0, 10, 20], time, y: [3, 2, 1] },
    { signal: "tokens", x: [0, 10, 20], time, y: [0, 1000, 4000] },
  ];
  const signals = ["loss", "tokens"].map((signal) => ({ signal, unit: "" }));
  made.replace({ run: "a", axis: "step", start: 0, signals, series });
  assert.deepEqual(xOf(made.series("loss"), made, "tokens"), [0, 1000, 4000]);
  assert.deepEqual(shownRange([made], "tokens"), [0, 4000]);
  assert.equal(translate(made, 15, "step", "tokens"), 2500);
  assert.deepEqual(
    ["step", "epoch", "tokens"].map((axis) => hasAxis(made, axis)),
    [true, false, true],
  );
  assert.deepEqual(xOf(made.series("loss"), made, "epoch"), [null, null, null]);
});

test("a place is named in the units of its axis", () => {
  assert.equal(wordsOfPlace("step", 1500), "step 1,500");
  assert.equal(wordsOfPlace("epoch", 2.5), "epoch 2.5");
  assert.equal(wordsOfPlace("relative", 90), "1 min 30 s in");
  assert.equal(wordsOfPlace("tokens", 2_500_000), "2.50 M tokens");
  assert.match(wordsOfPlace("time", 0), /1 Jan/);
});
