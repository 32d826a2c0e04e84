import assert from "node:assert/strict";
import test from "node:test";
import { averageSpeed } from "#page/curves/speed.js";

function line(step, time, y = step.map(() => 1), attempt = step.map(() => 0)) {
  return { x: step, step, time, y, attempt };
}

test("the average is steps over time, not a mean of speeds", () => {
  assert.equal(averageSpeed(line([0, 1, 2, 3], [0, 0.001, 0.002, 3], [1000, 1000, 1000, 0.33])), 1);
});

test("a pause is left out", () => {
  assert.equal(averageSpeed(line([0, 2, 4, 6], [0, 1, 7201, 7202])), 2);
});

test("neither a rewind nor another attempt counts", () => {
  assert.equal(averageSpeed(line([0, 4, 2, 4], [0, 1, 2, 3])), 3);
  assert.equal(averageSpeed(line([0, 4, 9, 11], [0, 1, 2, 3], [1, 1, 1, 1], [0, 0, 1, 1])), 3);
});

test("without times the steps took as long as their speeds say", () => {
  assert.equal(averageSpeed(line([0, 1, 2], [null, null, null], [null, 0.5, 1 / 6])), 0.25);
  assert.equal(averageSpeed(line([5], [null])), null);
});
