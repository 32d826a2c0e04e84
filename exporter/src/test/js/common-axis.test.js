import assert from "node:assert/strict";
import test from "node:test";
import { wordsOfMixed } from "#page/compare/mixed.js";
import { commonAxis, onAxis } from "#page/curves/common-axis.js";
import { Curve } from "#page/curves/curve.js";
import { fakeView } from "./fakes.js";

const STEPS = { run: "a", step: 100, epoch: 2, start: 1000 };
const EPOCHS = { run: "b", step: null, epoch: 30, start: 5000 };

function compared(...entries) {
  return { entriesInPlots: () => entries, curves: new Map() };
}

/** A run of steps whose records have these epochs. */
function curve(...epochs) {
  const made = new Curve();
  const x = epochs.map((_, i) => i);
  const series = [{ signal: "epoch", x, time: x, y: epochs }];
  made.replace({ run: "a", axis: "step", start: 0, signals: [], series });
  return made;
}

test("runs that count the same are on the axis that was chosen", () => {
  assert.equal(commonAxis(compared(STEPS, { ...STEPS, run: "c" }), fakeView()), "step");
  assert.equal(commonAxis(compared(EPOCHS), fakeView()), "step");
  assert.equal(commonAxis(compared(STEPS, EPOCHS), fakeView({ x: "time" })), "time");
  assert.equal(wordsOfMixed(compared(STEPS), fakeView()), "");
  assert.equal(wordsOfMixed(compared(STEPS, EPOCHS), fakeView({ x: "time" })), "");
});

test("of steps and epochs the axis is what all have: epochs, else the time since the start", () => {
  assert.equal(commonAxis(compared(STEPS, EPOCHS), fakeView()), "epoch");
  assert.equal(commonAxis(compared({ ...STEPS, epoch: null }, EPOCHS), fakeView()), "relative");
  assert.equal(commonAxis(compared({ ...STEPS, epoch: null, start: null }, EPOCHS), fakeView()), "step");
  assert.equal(commonAxis(compared(STEPS, EPOCHS), fakeView({ hidden: ["b"] })), "step");
});

test("a run that has counted nothing yet is no reason for another axis", () => {
  const young = { run: "c", step: null, epoch: null, start: null };
  assert.equal(commonAxis(compared(STEPS, young), fakeView()), "step");
  assert.equal(wordsOfMixed(compared(STEPS, young), fakeView()), "");
});

test("epochs that never rise put all points on one place, and are no axis", () => {
  const model = compared(STEPS, EPOCHS);
  model.curves.set("a", curve(1, 1, 1));
  assert.equal(commonAxis(model, fakeView()), "relative");
  model.curves.set("a", curve(1, 1, 2));
  assert.equal(commonAxis(model, fakeView()), "epoch");
});

test("a sentence says which runs count what", () => {
  const epochs = wordsOfMixed(compared(STEPS, EPOCHS), fakeView());
  assert.equal(epochs, "a counts steps, b counts epochs: the x axis shows epochs, which all of them have.");
  const others = ["c", "d", "e"].map((run) => ({ ...STEPS, run, epoch: null }));
  const relative = wordsOfMixed(compared(...others, EPOCHS, { ...EPOCHS, run: "f" }), fakeView());
  assert.match(relative, /^3 runs count steps, b and f count epochs: .* time since each run's start/);
  const none = wordsOfMixed(compared({ ...STEPS, epoch: null, start: null }, EPOCHS), fakeView());
  assert.match(none, /no x axis in common/);
});

test("on another axis all else is as the viewer chose", () => {
  const view = onAxis(fakeView({ from: 3 }), "epoch");
  assert.deepEqual([view.get("x"), view.get("from")], ["epoch", 3]);
});
