import assert from "node:assert/strict";
import test from "node:test";
import { FIELDS, runsOf, summaryOf, textOf, valuesOf } from "#trainer/fields.js";
import { DEFAULTS, PRESETS } from "#trainer/presets.js";

function textsOf(settings) {
  return Object.fromEntries(FIELDS.map(({ key }) => [key, textOf(settings[key])]));
}

test("a list is one value, and may be empty", () => {
  assert.deepEqual(valuesOf({ isList: true }, "8, 16"), [[8, 16]]);
  assert.deepEqual(valuesOf({ isList: true }, " "), [[]]);
});

test("several values in a field are several values", () => {
  assert.deepEqual(valuesOf({}, "0.001, 0.01"), [0.001, 0.01]);
  assert.deepEqual(valuesOf({ options: [] }, "none, cosine"), ["none", "cosine"]);
});

test("what is no number goes as it is, for the server to refuse", () => {
  assert.deepEqual(valuesOf({}, "1e-3,many, "), [0.001, "many", ""]);
  assert.deepEqual(valuesOf({ isList: true }, "8, x"), [[8, "x"]]);
});

test("there is a run for every combination of values", () => {
  const runs = runsOf({ ...textsOf(DEFAULTS.spiral), learning_rate: "0.1,0.2", scheduler: "none, step, cosine" });
  assert.equal(runs.length, 6);
  assert.equal(new Set(runs.map((run) => JSON.stringify(run))).size, 6);
  assert.deepEqual(runs[0].hidden, [64, 64]);
});

test("settings come back from their fields as they were", () => {
  for (const settings of Object.values(DEFAULTS)) assert.deepEqual(runsOf(textsOf(settings)), [settings]);
});

test("every experiment fills every field, and what its settings name there is a field for", () => {
  const keys = FIELDS.map(({ key }) => key).sort();
  for (const { name, settings } of PRESETS) assert.deepEqual(Object.keys(settings).sort(), keys, name);
});

test("an experiment that says so makes several runs", () => {
  const counts = Object.fromEntries(PRESETS.map(({ name, settings }) => [name, runsOf(textsOf(settings)).length]));
  assert.equal(counts["Three learning rates"], 3);
  assert.equal(counts["Scheduler: none or cosine"], 2);
  assert.equal(counts.Spiral, 1);
});

test("an experiment chooses among the options that its fields offer", () => {
  for (const { name, settings } of PRESETS) {
    for (const { key, options } of FIELDS) {
      if (!options) continue;
      assert.ok(
        options.some(([value]) => value === textOf(settings[key])),
        `${name}: ${key} ${settings[key]}`,
      );
    }
  }
});

test("a field is switched off where it does not matter", () => {
  const applies = (key, texts) => FIELDS.find((field) => field.key === key).appliesTo(texts);
  assert.equal(applies("hidden", { model: "mlp" }), true);
  assert.equal(applies("hidden", { model: "cnn" }), false);
  assert.equal(applies("momentum", { optimizer: "adam" }), false);
});

test("settings in one line are those that differ from the usual ones and matter", () => {
  const settings = { ...DEFAULTS.spiral, momentum: 0.5, hidden: [8, 8], scheduler: "step" };
  assert.equal(summaryOf(settings, DEFAULTS.spiral), "spiral · mlp · hidden layers 8, 8 · step");
  assert.match(summaryOf(settings), /adam · learning rate 0.01/);
});
