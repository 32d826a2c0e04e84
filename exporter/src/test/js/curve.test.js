import assert from "node:assert/strict";
import test from "node:test";
import { Curve } from "#page/curves/curve.js";

function answer(...series) {
  return { run: "a", axis: "step", start: 100, signals: [{ signal: "loss", unit: "" }], series, marks: {} };
}

function loss(x, y, more = {}) {
  return { signal: "loss", x, time: x.map((step) => 100 + step), y, ...more };
}

test("values that JSON has as text become numbers", () => {
  const curve = new Curve();
  curve.replace(answer(loss([1, 2, 3], [2, "NaN", "-Infinity"])));
  assert.deepEqual(curve.series("loss").y, [2, Number.NaN, Number.NEGATIVE_INFINITY]);
});

test("what is appended comes after the last point; what is known is passed over", () => {
  const curve = new Curve();
  curve.replace(answer(loss([1, 2], [5, 4])));
  assert.equal(curve.append([loss([2, 3, 4], [9, 3, 2])]), true);
  assert.deepEqual(curve.series("loss").x, [1, 2, 3, 4]);
  assert.deepEqual(curve.series("loss").y, [5, 4, 3, 2]);
  assert.equal(curve.append([loss([3, 4], [3, 2])]), false);
});

test("a second validation of the same step is new by its time", () => {
  const curve = new Curve();
  curve.replace(answer(loss([1, 2], [5, 4])));
  curve.append([{ signal: "loss", x: [2, 2], time: [102, 103], y: [9, 3] }]);
  assert.deepEqual(
    [curve.series("loss").x, curve.series("loss").y],
    [
      [1, 2, 2],
      [5, 4, 3],
    ],
  );
});

test("a signal that was not there before begins with what is appended", () => {
  const curve = new Curve();
  curve.replace(answer());
  curve.append([loss([7], [1])]);
  assert.deepEqual(curve.series("loss"), { x: [7], time: [107], y: [1] });
});

test("appended points belong to the newest attempt", () => {
  const curve = new Curve();
  curve.replace(answer(loss([1, 2], [5, 4], { attempt: [0, 1] })));
  curve.append([loss([3], [3])]);
  assert.deepEqual(curve.series("loss").attempt, [0, 1, 1]);
});

test("a part has its finer points and one of the whole on either side", () => {
  const curve = new Curve();
  curve.replace(answer(loss([0, 10, 20, 30, 40], [5, 4, 3, 2, 1])));
  curve.replace(answer(loss([15, 20, 25], [3.5, 3, 2.5])), [15, 25]);
  assert.deepEqual(curve.series("loss", [15, 25]).x, [10, 15, 20, 25, 30]);
  assert.deepEqual(curve.series("loss", [15, 25]).y, [4, 3.5, 3, 2.5, 2]);
  assert.deepEqual(curve.series("loss", [16, 24]).x, [10, 15, 20, 25, 30]);
  assert.deepEqual(curve.series("loss", [5, 25]).x, [0, 10, 20, 30, 40], "of a wider part finer points are not known");
  assert.deepEqual(curve.series("loss").x, [0, 10, 20, 30, 40]);
});

test("an open part gets what is appended, a closed one does not", () => {
  const shown = (end) => {
    const curve = new Curve();
    curve.replace(answer(loss([0, 10], [5, 4])));
    curve.replace(answer(loss([10], [4])), [5, end]);
    curve.append([loss([11, 12], [3, 2])]);
    return curve.series("loss", [5, end]).x;
  };
  assert.deepEqual(shown(Number.POSITIVE_INFINITY), [0, 10, 11, 12]);
  assert.deepEqual(shown(10), [0, 10, 11], "the neighbour, but not what lies behind it");
});

test("its extent is over all signals, and passes over times that are not known", () => {
  const curve = new Curve();
  const timeless = { signal: "epoch", x: [0, 50], time: [null, null], y: [1, 2] };
  curve.replace(answer(loss([10, 20], [5, 4]), timeless));
  assert.deepEqual(curve.extent("x"), [0, 50]);
  assert.deepEqual(curve.extent("time"), [110, 120]);
  assert.equal(new Curve().extent("x"), null);
});

test("it is outgrown after more than 4000 new points, until it is replaced", () => {
  const curve = new Curve();
  curve.replace(answer());
  const steps = Array.from({ length: 4001 }, (_, i) => i);
  curve.append([loss(steps.slice(0, 4000), steps.slice(0, 4000))]);
  assert.equal(curve.outgrown, false);
  curve.append([loss(steps, steps)]);
  assert.equal(curve.outgrown, true);
  curve.replace(answer());
  assert.equal(curve.outgrown, false);
});

test("an answer about a part leaves the list of signals as it is", () => {
  const curve = new Curve();
  curve.replace(answer(loss([1], [1])));
  curve.replace({ ...answer(), signals: [] }, [0, 1]);
  assert.deepEqual(curve.signals, [{ signal: "loss", unit: "" }]);
});

test("further signals are added to the whole, or to its part", () => {
  const epoch = (x) => ({ signal: "epoch", x, time: x, y: x });
  const curve = new Curve();
  curve.replace(answer(loss([1, 5, 9], [5, 4, 3])));
  curve.addSignals(answer(epoch([1, 9])));
  assert.deepEqual(curve.series("epoch").x, [1, 9]);
  curve.replace(answer(loss([5], [4])), [4, 6]);
  curve.addSignals(answer(epoch([5])), [4, 6]);
  assert.deepEqual(curve.series("epoch", [4, 6]).x, [1, 5, 9]);
  assert.deepEqual(curve.series("epoch").x, [1, 9]);
});

test("finer points of several attempts stand by themselves", () => {
  const curve = new Curve();
  curve.replace(answer(loss([0, 10, 0, 10], [5, 4, 5, 3], { attempt: [0, 0, 1, 1] })));
  curve.replace(answer(loss([8], [4])), [7, 9]);
  assert.deepEqual(curve.series("loss", [7, 9]).x, [8]);
});

test("the longest series is the one with most points", () => {
  const curve = new Curve();
  curve.replace(answer({ ...loss([1, 2], [5, 4]), signal: "epoch" }, loss([1, 2, 3], [5, 4, 3])));
  assert.deepEqual(curve.longestSeries().x, [1, 2, 3]);
});

test("a record of a clock that was not set stretches no axis over decades", () => {
  const curve = new Curve();
  const series = { signal: "loss", x: [1, 2, 3], time: [0, 1.79e9, 1.79e9 + 60], y: [3, 2, 1] };
  curve.replace({ ...answer(series), start: 0 });
  assert.deepEqual(curve.extent("time"), [1.79e9, 1.79e9 + 60]);
  assert.equal(curve.start, 1.79e9);
});

test("times that only count from the start stay as they are", () => {
  const curve = new Curve();
  curve.replace({ ...answer({ signal: "loss", x: [1, 2], time: [0, 60], y: [3, 2] }), start: 0 });
  assert.deepEqual([curve.start, curve.extent("time")], [0, [0, 60]]);
});

test("what is appended stands for its own record, beside points that stand for many", () => {
  const made = new Curve();
  const many = { signal: "loss", x: [1, 9], time: [1, 9], y: [4, 3], count: 9, records: [1, 8], mean: [4, 3.5] };
  made.replace({ run: "a", axis: "step", start: 0, signals: [], series: [many] });
  made.append([{ signal: "loss", x: [10], time: [10], y: [2] }]);
  const { records, mean } = made.series("loss");
  assert.deepEqual(
    [records, mean],
    [
      [1, 8, 1],
      [4, 3.5, 2],
    ],
  );
});
