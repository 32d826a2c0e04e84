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

test("a run that is over has no cards of what lies ahead, and says when it ended", () => {
  const stats = {
    ...{ eta_seconds: 0, loss_forecast: { mid: 2 }, cost: { cost: 3, projected_cost: 4 }, updated: 1000 },
    ...{ elapsed_seconds: 60, loss: null, counts: { records: { train: 50 }, validations: 0 } },
  };
  const ids = (state) => CARDS.filter((card) => isShown(card, { ...stats, state })).map(({ id }) => id);
  assert.deepEqual(ids("training"), ["eta", "elapsed", "loss_forecast", "cost"]);
  for (const state of ["finished", "ended", "abandoned"]) assert.deepEqual(ids(state), ["elapsed", "cost"]);
  const figures = CARDS.flatMap(({ rows }) => rows);
  const read = (key, state) => figures.find((one) => one.key === key).read({ ...stats, state }) ?? null;
  assert.deepEqual(
    [read("ended", "training"), read("last_record", "training"), read("projected_cost", "training")],
    [null, null, 4],
  );
  assert.deepEqual(
    [read("ended", "ended"), read("last_record", "ended"), read("projected_cost", "ended")],
    [1000, null, null],
  );
  assert.deepEqual([read("ended", "abandoned"), read("last_record", "abandoned")], [null, 1000]);
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
