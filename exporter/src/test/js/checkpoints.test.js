import assert from "node:assert/strict";
import test from "node:test";
import { columnsOf } from "#page/panels/checkpoints.js";

function words(...checkpoints) {
  return columnsOf(checkpoints).map(({ word }) => word);
}

test("a reward has a column where it rates a checkpoint, else the validation has", () => {
  const unrated = { reward: null, validation_loss: null, validation_perplexity: null };
  assert.deepEqual(words(unrated, { ...unrated, reward: -3 }), ["Reward"]);
  assert.deepEqual(words(unrated, { ...unrated, validation_loss: 2 }), ["Val. loss", "Perplexity"]);
  assert.deepEqual(words(), ["Val. loss", "Perplexity"]);
});
