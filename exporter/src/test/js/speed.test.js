import assert from "node:assert/strict";
import test from "node:test";
import { averageSpeed, trainedSeconds } from "#page/curves/speed.js";

function line(step, y = step.map(() => 1), attempt = step.map(() => 0)) {
  return { x: step, step, time: step.map(() => null), y, attempt };
}

function average(speeds, seconds) {
  return averageSpeed(speeds, speeds, seconds);
}

test("the average is steps over time, not a mean of speeds", () => {
  assert.equal(average(line([0, 1, 2, 3], [1000, 1000, 1000, 0.33]), 3), 1);
});

test("another attempt has steps of its own; the way back is none", () => {
  assert.equal(average(line([0, 4, 2, 4]), 2), 3);
  assert.equal(average(line([0, 4, 9, 11], [1, 1, 1, 1], [0, 0, 1, 1]), 2), 3);
});

test("a pause is no time of training, and without times none is known", () => {
  assert.equal(trainedSeconds({ start: 100, updated: 7302, hours: { paused_seconds: 7200 } }), 2);
  const rewound = { paused_seconds: 7000, replayed_seconds: 190 };
  assert.equal(trainedSeconds({ start: 100, updated: 7302, hours: rewound }), 12);
  assert.equal(trainedSeconds({ start: 100, updated: 7302, hours: { paused_seconds: null } }), null);
  assert.equal(trainedSeconds({ start: null, updated: null, hours: { paused_seconds: 0 } }), null);
  assert.equal(trainedSeconds(undefined), null);
});

test("without times the steps took as long as their speeds say", () => {
  assert.equal(average(line([0, 1, 2], [null, 0.5, 1 / 6]), null), 0.25);
  assert.equal(average(line([0, 1, 2, 3], [null, 0.5, 1 / 6, null]), null), 0.25);
  assert.equal(average(line([5])), null);
});

test("steps count from the first record, also where that has no speed yet", () => {
  assert.equal(averageSpeed(line([10, 20]), line([0, 10, 20]), 20), 1);
});
