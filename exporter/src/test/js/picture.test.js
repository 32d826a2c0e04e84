import assert from "node:assert/strict";
import test from "node:test";
import { legendOf, rowsOf } from "#page/plots/picture.js";
import { plotsOf } from "#page/plots/plot-list.js";
import { THEME } from "./fakes.js";

const [LOSS] = plotsOf([{ signal: "loss", unit: "" }], []);

function drawing(lines, more = {}) {
  const checkpoints = [{ name: "c", step: 2, best: true }];
  const curves = new Map([["a", { axis: "step", marks: { checkpoints } }]]);
  return { lines, curves, axis: "step", range: [0, 4], logScale: false, manyRuns: false, ...more };
}

test("of one run the legend has each kind of line, and the marks", () => {
  const lines = [
    { run: "a", runIndex: 0, kind: "raw", label: "Loss", faint: true },
    { run: "a", runIndex: 0, kind: "mean", label: "rolling mean" },
  ];
  const legend = legendOf(LOSS, drawing(lines), THEME);
  assert.deepEqual(
    legend.map(({ text }) => text),
    ["each", "rolling mean", "best"],
  );
  assert.ok(legend[0].opacity < legend[1].opacity);
});

test("of several runs it has their names, each with its colour and dash", () => {
  const lines = ["a", "b"].map((run, runIndex) => ({ run, runIndex, kind: "raw", label: "Loss" }));
  const [a, b] = legendOf(LOSS, drawing(lines, { manyRuns: true }), THEME);
  assert.deepEqual([a.text, b.text], ["a", "b"]);
  assert.notEqual(a.colour, b.colour);
  assert.notDeepEqual(a.dash, b.dash);
});

test("a legend that is too wide goes on in the next row", () => {
  const entries = ["one", "two", "three"].map((text) => ({ text, colour: "red" }));
  const rows = rowsOf(entries, 230, () => 50);
  assert.deepEqual(
    rows.map((row) => row.map(({ entry }) => entry.text)),
    [["one", "two"], ["three"]],
  );
  assert.ok(rows[0][0].left < rows[0][1].left);
});
