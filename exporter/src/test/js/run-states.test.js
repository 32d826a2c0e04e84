import assert from "node:assert/strict";
import test from "node:test";
import { wordsOf } from "#page/page/warnings.js";
import { STATES } from "#page/state/run-states.js";

test("an ended run has words of its own", () => {
  assert.equal(STATES.ended.word, "Ended");
});

test("a warning is named in words, an unknown one by its kind", () => {
  assert.match(wordsOf("diverged"), /^Diverged: /);
  assert.equal(wordsOf("new"), "new");
});
