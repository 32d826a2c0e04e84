import assert from "node:assert/strict";
import test from "node:test";
import { signalOf, stackOf, TIME_KINDS } from "#page/curves/hours.js";

function points(step, y, attempt = step.map(() => 0)) {
  return { x: step.map((one) => one * 10), y, step, time: step.map((one) => one * 10), attempt };
}

function stack(curves, newestOnly = false) {
  return stackOf(new Map(Object.entries(curves)), newestOnly);
}

test("a curve that has points only where it changes is level before and after, and straight between", () => {
  const [productive, paused] = stack({
    productive: points([1, 2, 3, 4, 5], [0, 10, 20, 30, 40]),
    paused: points([2, 4], [0, 60]),
  });
  assert.deepEqual(productive.y, [0, 10, 20, 30, 40]);
  assert.deepEqual(paused.y, [0, 0, 30, 60, 60]);
  assert.deepEqual(paused.top, [0, 10, 50, 90, 100]);
});

test("all layers have the points of all", () => {
  const [productive, evaluation] = stack({ productive: points([1, 5], [0, 40]), evaluation: points([1, 3], [0, 7]) });
  assert.deepEqual(productive.step, [1, 3, 5]);
  assert.deepEqual(productive.x, [10, 30, 50]);
  assert.deepEqual(productive.y, [0, 20, 40]);
  assert.deepEqual(evaluation.y, [0, 7, 7]);
});

test("attempts stay apart, and of several only the newest has its place among the steps", () => {
  const curves = {
    productive: points([1, 2, 1, 2], [0, 10, 10, 20], [0, 0, 1, 1]),
    paused: points([1, 1, 2], [0, 5, 9], [0, 1, 1]),
  };
  const [, all] = stack(curves);
  assert.deepEqual(all.attempt, [0, 0, 1, 1]);
  assert.deepEqual(all.y, [0, 0, 5, 9]);
  const [productive, newest] = stack(curves, true);
  assert.deepEqual(
    [productive.y, newest.y, newest.top],
    [
      [10, 20],
      [5, 9],
      [15, 29],
    ],
  );
});

test("of two values at one position the newest counts", () => {
  const [productive] = stack({ productive: points([1, 2, 2, 3], [0, 10, 30, 40]) });
  assert.deepEqual(
    [productive.step, productive.y],
    [
      [1, 2, 3],
      [0, 30, 40],
    ],
  );
});

test("without points there are no layers' points, and each kind has its signal", () => {
  assert.deepEqual(stack({}), []);
  assert.deepEqual(TIME_KINDS.map(signalOf).slice(0, 2), ["productive_seconds", "replayed_seconds"]);
});
