import assert from "node:assert/strict";
import test from "node:test";
import { Curve } from "#page/curves/curve.js";
import { linesOf, nearest } from "#page/curves/lines.js";
import { fakeView } from "./fakes.js";

const LOSS = { id: "loss", title: "Loss", signal: "loss", mean: "loss_smoothed", meanLabel: "mean of 50" };

function curve(...series) {
  const made = new Curve();
  made.replace({ run: "a", axis: "step", start: 0, signals: [], series });
  return made;
}

function series(signal, x, y, more = {}) {
  return { signal, x, time: x, y, ...more };
}

function lines(curves, view = {}, plot = LOSS) {
  return linesOf(plot, Object.keys(curves), new Map(Object.entries(curves)), fakeView(view));
}

test("a run has its values, faint behind the exporter's mean of them", () => {
  const [raw, mean, ...others] = lines({
    a: curve(series("loss", [1, 2], [4, 3]), series("loss_smoothed", [2], [3.5])),
  });
  assert.deepEqual([raw.kind, raw.label, raw.faint, raw.y], ["raw", "Loss", true, [4, 3]]);
  assert.deepEqual([mean.kind, mean.label, mean.smoothed, mean.y], ["mean", "mean of 50", true, [3.5]]);
  assert.equal(others.length, 0);
});

test("a mean of fewer than ten records is not drawn, also after a restart", () => {
  const plot = { ...LOSS, longestMean: 50 };
  /** @param {number} count */
  const drawn = (count, more = {}) =>
    lines(
      { a: curve(series("loss", [1, 2], [4, 3], { count, ...more }), series("loss_smoothed", [2], [3.5])) },
      {},
      plot,
    );
  assert.deepEqual(
    drawn(100).map(({ kind, faint }) => [kind, faint]),
    [
      ["raw", true],
      ["mean", undefined],
    ],
  );
  for (const few of [drawn(99), drawn(150, { attempt: [0, 1] })]) {
    assert.deepEqual(
      few.map(({ kind, faint }) => [kind, faint]),
      [["raw", false]],
    );
  }
  assert.equal(drawn(200, { attempt: [0, 1] }).length, 2);
});

test("the viewer's smoothing takes the place of the exporter's mean", () => {
  const a = curve(series("loss", [1, 2], [4, 2]), series("loss_smoothed", [2], [3.5]));
  const [, smooth] = lines({ a }, { smooth: 0.5 });
  assert.equal(smooth.kind, "smooth");
  assert.deepEqual(smooth.x, [1, 2]);
  assert.ok(Math.abs(smooth.y[1] - (4 * 0.5 + 2) / 1.5) < 1e-12);
});

test("each attempt begins its average anew", () => {
  const [, smooth] = lines({ a: curve(series("loss", [1, 2, 1], [8, 8, 2], { attempt: [0, 0, 1] })) }, { smooth: 0.9 });
  assert.deepEqual(
    smooth.y.map((y) => y.toFixed(6)),
    ["8.000000", "8.000000", "2.000000"],
  );
});

test("a hidden run has no lines, and the others keep their place among the colours", () => {
  const found = lines({ a: curve(series("loss", [1], [1])), b: curve(series("loss", [1], [2])) }, { hidden: ["a"] });
  assert.deepEqual(
    found.map(({ run, runIndex }) => [run, runIndex]),
    [["b", 1]],
  );
});

test("of a part, the points just outside it are there, so that lines lead out of it", () => {
  const [raw] = lines({ a: curve(series("loss", [0, 10, 20, 30, 40, 50], [6, 5, 4, 3, 2, 1])) }, { from: 15, to: 33 });
  assert.deepEqual(raw.x, [10, 20, 30, 40]);
});

test("a point without a time is not on the time axis", () => {
  const [raw] = lines({ a: curve({ signal: "loss", x: [1, 2], time: [null, 7], y: [5, 4] }) }, { x: "time" });
  assert.deepEqual([raw.x, raw.step, raw.y], [[7], [2], [4]]);
});

test("a second signal of the plot has a line of its own", () => {
  const plot = {
    id: "accuracy",
    title: "Accuracy",
    signal: "accuracy",
    second: "validation_accuracy",
    secondLabel: "validation",
  };
  const found = lines({ a: curve(series("validation_accuracy", [5], [0.5])) }, {}, plot);
  assert.deepEqual(
    found.map(({ kind, label }) => [kind, label]),
    [["second", "validation"]],
  );
});

test("the nearest point has a value, and of equals is the last", () => {
  const line = { x: [0, 10, 10, 20], y: [1, 2, 3, null] };
  assert.equal(nearest(line, 4), 0);
  assert.equal(nearest(line, 11), 2);
  assert.equal(nearest(line, 20), 2);
  assert.equal(nearest({ x: [], y: [] }, 1), -1);
});

test("what has no points has no line, and nothing is faint before it", () => {
  const found = lines({ a: curve(series("loss", [1], [4]), series("loss_smoothed", [], [])) });
  assert.deepEqual(
    found.map(({ kind, faint }) => [kind, faint]),
    [["raw", false]],
  );
});

test("a stack is of the first run alone, each layer on those below it", () => {
  const plot = {
    id: "hours",
    signal: "productive_seconds",
    stack: [
      ["productive", "productive"],
      ["evaluation", "evaluation"],
      ["paused", "paused"],
    ],
  };
  const hours = curve(
    series("productive_seconds", [1, 2, 3], [0, 10, 20]),
    series("evaluation_seconds", [1, 2, 3], [0, 0, 5]),
  );
  const found = lines({ a: hours, b: hours }, { smooth: 0.9 }, plot);
  assert.deepEqual(
    found.map(({ run, kind, share, signal, y, top }) => [run, kind, share, signal, y, top]),
    [
      ["a", "stack", "productive", "productive_seconds", [0, 10, 20], [0, 10, 20]],
      ["a", "stack", "evaluation", "evaluation_seconds", [0, 0, 5], [0, 10, 25]],
    ],
  );
  assert.deepEqual(lines({ a: hours, b: hours }, { hidden: ["a"] }, plot), []);
});

test("few measurements are not faint behind their average", () => {
  const [raw] = lines({ a: curve(series("loss", [1, 2], [4, 3])) }, { smooth: 0.5 }, { ...LOSS, showPoints: true });
  assert.equal(raw.faint, false);
});

test("a second signal is smoothed with the first", () => {
  const plot = { id: "loss", title: "Loss", signal: "loss", second: "other" };
  const [second] = lines({ a: curve(series("other", [1, 2], [4, 2])) }, { smooth: 0.5 }, plot);
  assert.ok(Math.abs(second.y[1] - (4 * 0.5 + 2) / 1.5) < 1e-12);
});

test("of a plot of several signals each has its lines, known by its name", () => {
  const parts = ["value:kl", "value:entropy"].map((signal) => ({ signal, label: signal.slice(6) }));
  const plot = { id: "both", title: "both", signal: "value:kl", parts };
  const a = curve(series("value:kl", [1, 2], [4, 3]), series("value:entropy", [1, 2], [2, 1]));
  const found = lines({ a, b: a }, {}, plot);
  assert.deepEqual(
    found.map(({ run, part, signal, label, y }) => [run, part, signal, label, y]),
    [
      ["a", 0, "value:kl", "kl", [4, 3]],
      ["a", 1, "value:entropy", "entropy", [2, 1]],
      ["b", 0, "value:kl", "kl", [4, 3]],
      ["b", 1, "value:entropy", "entropy", [2, 1]],
    ],
  );
});
