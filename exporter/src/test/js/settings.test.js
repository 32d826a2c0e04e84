import assert from "node:assert/strict";
import test from "node:test";
import { matching } from "#page/panels/settings.js";

const SETTINGS = { batch_size: "32", "optimizer.name": "AdamW", "optimizer.lr": "0.0003" };

test("every word of a search stands in the name or the value, in any case", () => {
  assert.deepEqual(matching(SETTINGS, "optim adamw"), [["optimizer.name", "AdamW"]]);
  assert.deepEqual(matching(SETTINGS, "32"), [["batch_size", "32"]]);
  assert.deepEqual(matching(SETTINGS, "optimizer 32"), []);
});

test("an empty search finds all settings, in their order", () => {
  assert.deepEqual(matching(SETTINGS, " "), Object.entries(SETTINGS));
});
