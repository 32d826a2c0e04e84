import assert from "node:assert/strict";
import { test } from "node:test";
import { Pace } from "#page/plots/pace.js";

/** Draws once a second while the axis grows by so many pixels each second, and says how long the next pause is. */
function pauseAfter(pixels) {
  const pace = new Pace();
  const grown = (second) => 400 / (1 - (pixels * second) / 400); // of 400 pixels
  pace.drawn([0, grown(0)], 400, 10_000);
  pace.drawn([0, grown(1)], 400, 11_000);
  return pace.due(11_000) - 11_000;
}

test("a curve that grows fast is drawn with the points of each second", () => {
  assert.equal(pauseAfter(5), 900);
  assert.equal(pauseAfter(2.1), 900);
});

test("a curve that hardly grows is drawn every other second", () => {
  assert.equal(pauseAfter(1.9), 2100);
  assert.equal(pauseAfter(0), 2100);
});

test("what is due within a moment is drawn at once, with what has come now", () => {
  const pace = new Pace();
  pace.drawn([0, 100], 400, 10_000);
  assert.equal(pace.due(10_500), 10_900);
  assert.equal(pace.due(10_750), -Infinity);
});

test("nothing waits before the first time, nor when another axis is shown", () => {
  const pace = new Pace();
  assert.equal(pace.due(0), -Infinity);
  pace.drawn([0, 100], 400, 10_000);
  pace.drawn([0, 10], 400, 11_000);
  assert.equal(pace.due(11_000), 11_900);
});
