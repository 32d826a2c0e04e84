import assert from "node:assert/strict";
import test from "node:test";
import { inOrder, stateOf } from "#page/panels/ranks.js";

function rankOf(number, more = {}) {
  return { rank: number, silent: false, slow: false, slowdown: 1, ...more };
}

test("a few ranks stand by number", () => {
  const all = [rankOf(0), rankOf(1, { silent: true })];
  assert.deepEqual(inOrder(all), all);
});

test("of many ranks the silent and slow ones come first", () => {
  const all = Array.from({ length: 100 }, (_, i) => rankOf(i, { slow: i === 70, silent: i === 90 }));
  assert.deepEqual(
    inOrder(all)
      .slice(0, 3)
      .map(({ rank }) => rank),
    [90, 70, 0],
  );
});

test("a rank's state says what is wrong with it", () => {
  assert.equal(stateOf(rankOf(0)), "");
  assert.equal(stateOf(rankOf(0, { slow: true, slowdown: 1.61, silent: true })), "silent, slow, 1.61 × the median");
});
