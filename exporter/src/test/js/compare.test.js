import assert from "node:assert/strict";
import test from "node:test";
import { groupsOf, waysToGroup } from "#page/compare/groups.js";
import { rowsOf } from "#page/compare/table.js";
import { clipOf } from "#page/curves/clip.js";
import { countsAt } from "#page/curves/counters.js";
import { groupLines, meanOf } from "#page/curves/group-lines.js";

function run(name, more = {}) {
  const figures = { progress: null, step: 10, epoch: null, loss: 1, validation_loss: null, best_validation_loss: null };
  return { run: name, state: "training", start: 100, updated: 160, settings: {}, ...figures, ...more };
}

function row(runs, key) {
  return rowsOf(runs).find((one) => one.key === key);
}

function series(x, y) {
  return { x, y, time: x };
}

function line(name, x, y, more = {}) {
  const attempt = x.map(() => 0);
  return { run: name, runIndex: 0, kind: "raw", label: "Loss", x, y, step: x, time: x, attempt, ...more };
}

test("the best figure of a comparison is marked, the least loss and the largest reward", () => {
  const runs = [
    run("a", { loss: 2, reward: 5 }),
    run("b", { loss: "NaN", reward: 7 }),
    run("c", { loss: 1, reward: 7 }),
  ];
  assert.deepEqual(row(runs, "loss").best, [2]);
  assert.deepEqual(row(runs, "reward").best, [1, 2]);
  assert.deepEqual(row(runs, "duration").texts, ["1 min", "1 min", "1 min"]);
  assert.equal(row(runs, "best"), undefined, "what no run has is left out");
});

test("where all are equal, none is the best", () => {
  assert.deepEqual(row([run("a"), run("b")], "loss").best, []);
  assert.deepEqual(row([run("a"), run("b", { loss: null })], "loss").best, []);
});

test("settings that differ are told apart from those that do not", () => {
  const runs = [run("a", { settings: { lr: "1", seed: "7" } }), run("b", { settings: { seed: "7" } })];
  assert.deepEqual(
    rowsOf(runs)
      .filter(({ isSetting }) => isSetting)
      .map(({ word, texts, differs }) => [word, texts, differs]),
    [
      ["lr", ["1", "–"], true],
      ["seed", ["7", "7"], false],
    ],
  );
});

test("runs are grouped by what several of them share", () => {
  const runs = [
    run("x/a", { settings: { lr: "1", seed: "1" } }),
    run("x/b", { settings: { lr: "1", seed: "2" } }),
    run("c", { settings: { lr: "2", seed: "3" } }),
  ];
  assert.deepEqual(waysToGroup(runs), ["folder", "lr"]);
  assert.deepEqual([...groupsOf(runs, "folder").values()], ["x", "x", "(no folder)"]);
  assert.deepEqual([...groupsOf([runs[0], undefined], "lr")], [["x/a", "lr 1"]]);
  assert.equal(groupsOf(runs, "").size, 0);
});

test("a mean is of the runs that are there, in a band of one standard deviation", () => {
  const { x, y, low, high } = meanOf([series([0, 10], [0, 10]), series([0, 5], [2, 7])]);
  assert.deepEqual(x, [0, 5, 10]);
  assert.deepEqual(y, [1, 6, 10]);
  assert.deepEqual(low, [0, 5, 10]);
  assert.deepEqual(high, [2, 7, 10]);
});

test("a mean of long runs has a few hundred places and ends where they end", () => {
  const x = Array.from({ length: 5000 }, (_, i) => i);
  const mean = meanOf([series(x, x)]);
  assert.ok(mean.x.length <= 401, String(mean.x.length));
  assert.equal(mean.x.at(-1), 4999);
});

test("a group is one line in place of its runs' lines, of their newest attempts", () => {
  const lines = [
    line("a", [0, 1, 0, 1], [9, 9, 1, 3], { attempt: [0, 0, 1, 1] }),
    line("a", [0], [5], { kind: "mean" }),
    line("b", [0, 1], [3, Number.NaN]),
    line("c", [0, 1], [7, 7]),
  ];
  const groups = new Map([
    ["a", "one"],
    ["b", "one"],
    ["c", "two"],
  ]);
  const found = groupLines(lines, groups);
  assert.deepEqual(
    found.map(({ run: name, kind, runIndex, members, x, y }) => [name, kind, runIndex, members, x, y]),
    [
      ["one", "group", 0, ["a", "b"], [0, 1], [2, 3]],
      ["two", "group", 1, ["c"], [0, 1], [7, 7]],
    ],
  );
});

test("smoothed lines are averaged where there are some", () => {
  const lines = [line("a", [0], [9]), line("a", [0], [4], { kind: "smooth" })];
  assert.deepEqual(groupLines(lines, new Map([["a", "g"]]))[0].y, [4]);
});

test("outliers are cut off above the 95 % quantile, and counted", () => {
  const y = Array.from({ length: 100 }, (_, i) => i % 10);
  y[50] = 1000;
  const { range, cut } = clipOf([line("a", y, y)], false);
  assert.equal(cut, 1);
  assert.ok(range[1] > 9 && range[1] < 11, String(range));
  assert.equal(clipOf([line("a", y, y, { smoothed: true })], false), null);
});

test("outliers of a group's mean are cut off too", () => {
  const y = [...Array.from({ length: 50 }, () => 1), 1.5, 99];
  assert.equal(clipOf([line("g", y, y, { smoothed: true, band: { low: y, high: y } })], false), null, "level");
  const slope = [...Array.from({ length: 50 }, (_, i) => i / 50), 99];
  assert.equal(clipOf([line("g", slope, slope, { smoothed: true, band: { low: slope, high: slope } })], false).cut, 1);
});

test("without outliers nothing is cut off", () => {
  assert.equal(clipOf([line("a", [1, 2], [3, 3])], false), null);
  assert.equal(clipOf([line("a", [1, 2, 3], [Number.NaN, null, 3])], false), null);
});

test("a logarithmic axis is cut where its values are positive", () => {
  const y = [-5, 0, ...Array.from({ length: 100 }, (_, i) => 1 + (i % 5)), 1e9];
  const { range, cut } = clipOf([line("a", y, y)], true);
  assert.ok(range[0] > 0 && range[1] < 10, String(range));
  assert.equal(cut, 1);
});

test("an epoch that many steps share counts from its first step on", () => {
  const epochs = series([1, 2, 3, 4, 5, 6], [0, 0, 1, 1, 2, 2]);
  assert.deepEqual(countsAt(epochs, [1, 2, 3, 6, 7]), [0, 0.5, 1, 2.5, 3]);
});

test("a count that came back after a rewind counts anew from there", () => {
  const tokens = series([0, 10, 20, 10, 20], [0, 100, 200, 100, 300]);
  assert.deepEqual(countsAt(tokens, [5, 15]), [50, 200]);
});

test("without a count there is no place, with one alone there is one", () => {
  assert.deepEqual(countsAt(undefined, [1]), [null]);
  assert.deepEqual(countsAt(series([1], [3]), [5]), [3]);
  assert.deepEqual(countsAt(series([1], [null]), [5]), [null]);
});

test("more points make new knots", () => {
  const tokens = series([0, 10], [0, 100]);
  assert.deepEqual(countsAt(tokens, [20]), [200]);
  tokens.x.push(20);
  tokens.y.push(100 + 50);
  assert.deepEqual(countsAt(tokens, [20]), [150]);
});
