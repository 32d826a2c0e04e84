import assert from "node:assert/strict";
import test from "node:test";
import { mean, smooth } from "#page/curves/smooth.js";

/** The definition, written out: a weighted mean of all values so far, each older one weighing less. */
function weightedMean(values, weight) {
  const weights = values.map((_, i) => weight ** (values.length - 1 - i));
  const sum = weights.reduce((a, b) => a + b);
  return values.reduce((total, value, i) => total + value * weights[i], 0) / sum;
}

test("each value becomes the weighted mean of those before it", () => {
  const values = [4, 1, 3, 2.5, 8];
  const smoothed = smooth(values, 0.6);
  for (const i of values.keys()) {
    assert.ok(Math.abs(smoothed[i] - weightedMean(values.slice(0, i + 1), 0.6)) < 1e-12, `value ${i}`);
  }
});

test("the first value does not pull the others", () => {
  assert.deepEqual(
    smooth([5, 5, 5], 0.99).map((y) => y.toFixed(9)),
    ["5.000000000", "5.000000000", "5.000000000"],
  );
});

test("a weight of 0 leaves the values as they are", () => {
  const values = [1, null, 3];
  assert.equal(smooth(values, 0), values);
});

test("what is not finite stays and does not enter the average", () => {
  const [first, second, third, last] = smooth([2, Number.NaN, null, 4], 0.5);
  assert.equal(first, 2);
  assert.ok(Number.isNaN(second));
  assert.equal(third, null);
  assert.ok(Math.abs(last - weightedMean([2, 4], 0.5)) < 1e-12);
});

test("all records behind a point enter the average, not the peak alone that is drawn", () => {
  const behind = { records: [100, 100, 1], mean: [1, 1, 4] };
  const [first, peak, last] = smooth([1, 50, 4], 0.5, behind);
  assert.deepEqual([first, peak], [1, 1]);
  assert.equal(last, 2.5);
});

test("records behind a point that is not finite enter the average too", () => {
  const [first, second, third] = smooth([Number.NaN, 3, 5], 0.5, { records: [0, 2, 0], mean: [null, 3, null] });
  assert.ok(Number.isNaN(first));
  assert.deepEqual([second, third], [3, 3]);
});

test("a mean is of what is finite", () => {
  assert.equal(mean([1, null, Number.POSITIVE_INFINITY, 4]), 2.5);
  assert.equal(mean([Number.NaN, null]), null);
});
