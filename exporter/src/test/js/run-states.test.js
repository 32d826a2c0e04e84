import assert from "node:assert/strict";
import test from "node:test";
import { wordsOf } from "#page/page/warnings.js";
import { STATES, stateNow } from "#page/state/run-states.js";

test("a state is told from now, however old the answer is", () => {
  const stats = { state: "training", time: 1000, silent_seconds: 5, stalls_after_seconds: 600 };
  assert.equal(stateNow(stats, 1000), "training");
  assert.equal(stateNow(stats, 1596), "stalled");
  assert.equal(stateNow(stats, 90_000), "abandoned");
  assert.equal(stateNow({ ...stats, state: "finished" }, 90_000), "finished");
  assert.equal(stateNow({ ...stats, silent_seconds: null }, 90_000), "training");
});

test("an ended run has words of its own", () => {
  assert.equal(STATES.ended.word, "Ended");
});

test("a warning is named in words, an unknown one by its kind", () => {
  assert.match(wordsOf("diverged"), /^Diverged: /);
  assert.equal(wordsOf("new"), "new");
});
