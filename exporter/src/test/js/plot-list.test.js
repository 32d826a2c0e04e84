import assert from "node:assert/strict";
import test from "node:test";
import { TIME_KINDS } from "#page/curves/hours.js";
import { titleOf } from "#page/numbers/combined.js";
import { otherSignals, plotsOf } from "#page/plots/plot-list.js";

function signals(...names) {
  return names.map((signal) => ({ signal, unit: "" }));
}

function ids(plots) {
  return plots.map((plot) => plot.id);
}

test("the standard plots come in their own order, whatever the log's", () => {
  assert.deepEqual(ids(plotsOf(signals("gradient_norm", "loss"), [])), ["loss", "gradient_norm"]);
});

test("the time that remained comes last once all is over", () => {
  const all = signals("loss", "eta_seconds", "validation_loss", "value:x");
  assert.deepEqual(ids(plotsOf(all, ["value:x"], false)), ["loss", "eta_seconds", "validation_loss", "value:x"]);
  assert.deepEqual(ids(plotsOf(all, ["value:x"], true)), ["loss", "validation_loss", "eta_seconds", "value:x"]);
});

test("a plot is there if one of its two signals is, but not for its mean alone", () => {
  assert.deepEqual(ids(plotsOf(signals("validation_accuracy"), [])), ["accuracy"]);
  assert.deepEqual(ids(plotsOf(signals("loss_smoothed"), [])), []);
});

test("added plots come last, in the order in which they were added", () => {
  const plots = plotsOf([...signals("loss", "value:b"), { signal: "value:a", unit: "ms" }], ["value:b", "value:a"]);
  assert.deepEqual(ids(plots), ["loss", "value:b", "value:a"]);
  assert.deepEqual([plots[2].title, plots[2].unit, plots[2].removable], ["a", "ms", true]);
});

test("what is not in the log, or has a plot already, is not added", () => {
  assert.deepEqual(ids(plotsOf(signals("loss"), ["value:gone", "loss", "loss_smoothed"])), ["loss"]);
});

test("signals without a standard plot can be added", () => {
  const all = signals("loss", "loss_smoothed", "validation_accuracy", "epoch", "value:x");
  assert.deepEqual(otherSignals(all), ["epoch", "value:x"]);
  assert.equal(titleOf("value:x/value:y"), "x/value:y");
});

test("a duration is short on the axis and whole in the tooltip", () => {
  const [eta] = plotsOf(signals("eta_seconds"), []);
  assert.equal(eta.formatTick(5400, 3), "1h 30m");
  assert.equal(eta.format(5400), "1 h 30 min");
});

test("a tooltip has five digits, epochs are positions", () => {
  const [loss, epoch] = plotsOf(signals("loss", "epoch"), ["epoch"]);
  assert.equal(loss.format(1.2345678), "1.2346");
  assert.equal(epoch.format(2), "2");
});

test("all that the hours were used for is one plot", () => {
  const plots = plotsOf(signals("paused_seconds", "productive_seconds", "loss"), ["paused_seconds"]);
  assert.deepEqual(ids(plots), ["loss", "hours"]);
  assert.deepEqual(
    plots[1].stack.map(([kind]) => kind),
    TIME_KINDS,
  );
  assert.deepEqual(otherSignals(signals("productive_seconds", "evaluation_seconds")), []);
});

test("rewards are drawn with their mean, and episode lengths beside them", () => {
  const plots = plotsOf(signals("episode_length", "reward", "reward_smoothed", "loss"), []);
  assert.deepEqual(ids(plots), ["loss", "reward", "episode_length"]);
  assert.equal(plots[1].mean, "reward_smoothed");
});

test("several numbers share a plot, each with a line of its own", () => {
  const known = signals("loss", "value:train/kl", "value:train/entropy");
  const [, plot] = plotsOf(known, ["value:train/kl,value:train/entropy"]);
  assert.equal(plot.title, "train/ kl, entropy");
  assert.deepEqual(plot.parts, [
    { signal: "value:train/kl", label: "train/kl" },
    { signal: "value:train/entropy", label: "train/entropy" },
  ]);
});
