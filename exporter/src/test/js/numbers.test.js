import assert from "node:assert/strict";
import test from "node:test";
import { combine, MOST_VALUES, signalsIn, signalsOf, titleOfAll } from "#page/numbers/combined.js";
import { groupsOf, matching } from "#page/numbers/groups.js";
import { bestOf, metricsAmong, mostTellingFirst } from "#page/numbers/metrics.js";

function isKnown(...signals) {
  return (signal) => signals.includes(signal);
}

function values(...keys) {
  return keys.map((key) => `value:${key}`);
}

test("a plot of several is named by all of them and read back", () => {
  const name = combine(["value:a", "epoch", "value:b, c"]);
  assert.equal(name, "epoch,value:a,value:b, c");
  assert.deepEqual(signalsIn(name, isKnown("epoch", "value:a", "value:b, c")), ["epoch", "value:a", "value:b, c"]);
});

test("a key may have commas, and what the log does not have is left out", () => {
  assert.deepEqual(signalsIn("value:a,value:b", isKnown("value:a,value:b")), ["value:a,value:b"]);
  assert.deepEqual(signalsIn("value:a,value:b", isKnown("value:b")), ["value:b"]);
});

test("no more numbers are asked for than the exporter draws at once, and none twice", () => {
  const many = values(...Array.from({ length: 20 }, (_, i) => `n${i}`));
  const known = isKnown("epoch", ...many);
  assert.equal(signalsOf(["epoch", combine(many), many[0]], known).length, 1 + MOST_VALUES);
});

test("a plot of several is called by what their names share", () => {
  assert.equal(titleOfAll(values("train/kl", "train/entropy")), "train/ kl, entropy");
  assert.equal(titleOfAll(values("a/b/x", "a/b/y", "a/c/z")), "a/ b/x, b/y, c/z");
  assert.equal(titleOfAll(values("a", "b", "c", "d")), "a, b and 2 more");
  assert.equal(titleOfAll(["epoch", "value:train/kl"]), "epoch, train/kl");
});

test("numbers stand under what their names begin with", () => {
  const found = groupsOf(values("train/kl", "val.top5", "eval_a", "eval_b", "eval_c", "gate_x", "lr", "train/x/y"));
  assert.deepEqual(
    found.map(({ prefix, signals }) => [prefix, signals.length]),
    [
      ["eval_", 3],
      ["train/", 2],
      ["val.", 1],
      ["", 2],
    ],
  );
});

test("a number before a point is no prefix", () => {
  assert.deepEqual(groupsOf(values("0.5 quantile")), [{ prefix: "", signals: values("0.5 quantile") }]);
});

test("numbers are searched by words", () => {
  assert.deepEqual(matching(values("train/kl", "eval/KL", "lr"), "kl eval"), ["value:eval/KL"]);
  assert.equal(matching(values("a", "b"), "").length, 2);
});

test("validation metrics are told by their names", () => {
  const yes = ["metrics/mAP50-95(B)", "bbox/AP50", "AP (L)", "AR .5", "eval_wer", "val_chrf", "metrics/win_rate_100"];
  const also = ["rewards/r1_correctness", "val.top5", "test_acc5", "mean_iou", "val_f1", "val_epoch_perplexity"];
  assert.deepEqual(
    metricsAmong([...yes, ...also]).map(({ key }) => key),
    [...yes, ...also],
  );
  const no = ["train/f1", "reward_std", "eval_runtime", "eval_samples_per_second", "val/cls_loss", "heatmap_loss"];
  const neither = ["gate_accuracy", "fast_rcnn/fg_cls_accuracy", "best_metric", "data_time", "best_acc", "train_iou"];
  assert.deepEqual(metricsAmong([...no, ...neither]), []);
});

test("of errors the least is best, of scores the largest", () => {
  assert.deepEqual(
    metricsAmong(["eval/wer", "eval/f1"]).map(({ isLowerBetter }) => isLowerBetter),
    [true, false],
  );
  assert.equal(bestOf([3, Number.NaN, 1, null, 2, 1], true), 2);
  assert.equal(bestOf([3, Number.NaN, 1, null, 3], false), 0);
  assert.equal(bestOf([null, Number.POSITIVE_INFINITY], false), -1);
});

test("averages come first, then short names, then the order of the log", () => {
  const keys = ["eval/arc/easy/f1", "eval/arc/f1", "bbox/AP-car", "eval/arc/easy/avg/f1", "eval/gsm8k/em", "bbox/AP"];
  const first = ["eval/arc/easy/avg/f1", "bbox/AP", "eval/arc/f1", "bbox/AP-car", "eval/gsm8k/em", "eval/arc/easy/f1"];
  assert.deepEqual(mostTellingFirst(keys), first);
});
