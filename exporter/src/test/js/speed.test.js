import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { Curve } from "#page/curves/curve.js";
import { averageSpeed, trained } from "#page/curves/speed.js";

const CASES = new URL("../resources/golden/", import.meta.url);

function line(step, y = step.map(() => 1), attempt = step.map(() => 0)) {
  return { x: step, step, time: step.map(() => null), y, attempt };
}

/** The curves that the exporter answers with for the logs of a golden case. */
function answered(golden) {
  const answers = readFileSync(new URL(`${golden}/expected.api`, CASES), "utf8").split("\n");
  const curve = new Curve();
  curve.replace(JSON.parse(answers[answers.indexOf("api/plots?points=40") + 1]));
  return curve;
}

function averageOf(golden) {
  const curve = answered(golden);
  const { x, y, attempt } = curve.series("steps_per_second");
  return averageSpeed(line(x, y, attempt), trained(curve));
}

function curveOf(series) {
  const curve = new Curve();
  const all = Object.entries(series).map(([signal, { x, y, attempt }]) => ({ signal, x, y, time: [...x], attempt }));
  curve.replace({ run: "a", axis: "step", start: 0, signals: [], series: all, marks: {} });
  return curve;
}

test("the average is steps over time, not a mean of speeds", () => {
  assert.equal(averageSpeed(line([0, 1, 2, 3], [1000, 1000, 1000, 0.33]), { steps: 3, seconds: 3 }), 1);
});

test("the time between attempts is none of training", () => {
  // Twice fifty steps at twenty a second, 38 seconds apart.
  assert.equal(averageOf("custom/appended-runs"), 20);
  // Two attempts with other first steps, which take 284.5 seconds in all.
  assert.equal(averageOf("custom/rl"), (18_734 - 16_600 + 1294 - 60) / 284.5);
});

test("the hours of a file that was replaced have no steps in the curves", () => {
  assert.equal(averageOf("custom/file-replaced"), 1);
});

test("a validation is time of training, a pause is none", () => {
  const productive = { x: [1, 5, 9], y: [0, 40, 80] };
  const evaluation = { x: [1, 5, 6, 9], y: [0, 0, 20, 20] };
  const paused = { x: [1, 5, 6, 9], y: [0, 0, 7200, 7200] };
  const curve = curveOf({ productive_seconds: productive, evaluation_seconds: evaluation, paused_seconds: paused });
  assert.deepEqual(trained(curve), { steps: 8, seconds: 100 });
});

test("what was trained again after a rewind counts once", () => {
  const productive = { x: [1, 7, 7, 9, 11], y: [0, 60, 80, 80, 100] };
  const replayed = { x: [1, 7, 9, 11], y: [0, 0, 20, 20] };
  const curve = curveOf({ productive_seconds: productive, replayed_seconds: replayed });
  assert.deepEqual(trained(curve), { steps: 10, seconds: 100 });
});

test("without hours, or with none that passed, no time of training is known", () => {
  assert.equal(trained(curveOf({ loss: { x: [1, 2], y: [3, 2] } })), null);
  assert.equal(trained(curveOf({ productive_seconds: { x: [1], y: [0] } })), null);
});

test("epochs are no steps to divide by time", () => {
  assert.equal(trained(answered("custom/supervised")), null);
});

test("without times the steps took as long as their speeds say", () => {
  assert.equal(averageSpeed(line([0, 1, 2], [null, 0.5, 1 / 6])), 0.25);
  assert.equal(averageSpeed(line([0, 1, 2, 3], [null, 0.5, 1 / 6, null])), 0.25);
  assert.equal(averageSpeed(line([0, 4, 9, 11], [1, 1, 1, 1], [0, 0, 1, 1])), 1);
  assert.equal(averageSpeed(line([5])), null);
});
