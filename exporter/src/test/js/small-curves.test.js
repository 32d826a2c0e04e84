import assert from "node:assert/strict";
import test from "node:test";
import { means } from "#page/panels/small-curves.js";

test("a small curve is made of means of what stands together and is finite", () => {
  assert.deepEqual(means([]), []);
  assert.deepEqual(means([3, null, 1]), [3, 1]);
  const long = Array.from({ length: 120 }, (_, i) => i);
  long[1] = Number.NaN;
  assert.equal(means(long).length, 60);
  assert.deepEqual(means(long).slice(0, 2), [0, 2.5]);
  assert.equal(means([...long, 1]).length, 60);
});
