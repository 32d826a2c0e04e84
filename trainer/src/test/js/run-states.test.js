import assert from "node:assert/strict";
import test from "node:test";
import { current, epochsDone } from "#trainer/run-states.js";

function runs(...states) {
  return states.map((state, i) => ({ run: String(i), state }));
}

test("the run that trains is the current one", () => {
  assert.equal(current(runs("finished", "training", "waiting")).run, "1");
});

test("while none trains, it is the newest that did", () => {
  assert.equal(current(runs("finished", "stopped", "dropped", "waiting")).run, "1");
  assert.equal(current(runs("waiting")), undefined);
});

test("an epoch is done when its last step is", () => {
  const run = (step) => ({ step, steps: 50, settings: { epochs: 2 } });
  assert.equal(epochsDone(run(24)), 0);
  assert.equal(epochsDone(run(25)), 1);
  assert.equal(epochsDone(run(50)), 2);
  assert.equal(epochsDone({ settings: { epochs: 2 } }), 0);
});
