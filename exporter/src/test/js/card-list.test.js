import assert from "node:assert/strict";
import test from "node:test";
import { CARDS, formatFigure, isShown } from "#page/panels/card-list.js";

/** What a card shows for a key. */
function shown(key, stats) {
  const figure = CARDS.flatMap(({ main, rows }) => [main, ...rows]).find((one) => one.key === key);
  const value = figure.read(stats) ?? null;
  return figure.text ? figure.text(stats) : formatFigure(figure, value);
}

test("every figure of the cards has a key of its own", () => {
  const keys = CARDS.flatMap(({ main, rows }) => [main.key, ...rows.map(({ key }) => key)]);
  assert.equal(new Set(keys).size, keys.length, keys.join(", "));
});

test("a step takes as long as the average says, else as the newest record", () => {
  assert.equal(shown("seconds_per_step", { steps_per_second_smoothed: 0.5, steps_per_second: 4 }), "2 s");
  assert.equal(shown("seconds_per_step", { steps_per_second_smoothed: null, steps_per_second: 4 }), "0.25 s");
  assert.equal(shown("seconds_per_step", { steps_per_second_smoothed: 0, steps_per_second: 4 }), "–");
});

test("an end is known only while the run trains", () => {
  const running = { state: "training", updated: 1000, eta_seconds: 60 };
  const end = CARDS.find(({ id }) => id === "eta").rows[0];
  assert.equal(end.read(running), 1060);
  assert.equal(end.read({ ...running, state: "stalled" }), null);
  assert.equal(end.read({ ...running, eta_seconds: "Infinity" }), null);
  assert.equal(end.read({ ...running, eta_seconds: null }), null);
});

test("the warm-up is under way or done", () => {
  assert.equal(shown("warmup", { warmup_steps: 1000, state: "warmup", step: 30 }), "step 30 of 1,000");
  assert.equal(shown("warmup", { warmup_steps: 1000, state: "training", step: 30 }), "step 30 of 1,000");
  assert.equal(shown("warmup", { warmup_steps: 1000, state: "training", step: 1000 }), "done at 1,000");
});

test("a run without a validation has dashes", () => {
  assert.equal(shown("best_loss", { best: null }), "–");
  assert.equal(shown("validation_step", { validation: null }), "–");
});

test("cards of what a run may lack are left out", () => {
  const optional = CARDS.filter((card) => card.optional).map(({ id }) => id);
  assert.deepEqual(optional, ["reward", "loss_forecast", "goodput", "cost"]);
  assert.equal(shown("best_reward", { best_reward: 21.5 }), "21.5");
  assert.equal(shown("best_reward", {}), "–");
});

test("a card without a figure is there while the log may still bring it", () => {
  const none = {
    loss: null,
    validation: null,
    best: null,
    warmup_steps: null,
    counts: { records: { train: 3 }, validations: 0 },
  };
  /** The cards of what a supervised run logs. */
  const ids = (stats) => CARDS.filter((card) => isShown(card, { ...none, ...stats })).map(({ id }) => id);
  const young = ids({ state: "training" });
  assert.deepEqual(young.slice(0, 2), ["loss", "learning_rate"]);
  assert.ok(young.includes("best") && young.includes("gradient_norm"));
  const many = { counts: { records: { train: 20 }, validations: 0 } };
  assert.deepEqual(ids({ ...many, state: "training", loss: 2 }), ["loss", "best", "validation"]);
  assert.deepEqual(ids({ ...many, state: "training", reward: 2 }), ["reward"]);
  assert.deepEqual(ids({ counts: { ...many.counts, validations: 3 }, state: "training", loss: 2 }), ["loss"]);
  assert.deepEqual(ids({ ...many, state: "finished", loss: "NaN" }), ["loss"]);
  assert.deepEqual(ids({ state: "finished", loss: 1, learning_rate_max: 2 }), ["loss", "learning_rate"]);
});
