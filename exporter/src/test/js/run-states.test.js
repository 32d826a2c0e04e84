import assert from "node:assert/strict";
import test from "node:test";
import { wordsOf } from "#page/page/warnings.js";
import { refreshMode } from "#page/state/refresh-mode.js";
import { isRunning, STATES } from "#page/state/run-states.js";
import { fakeView } from "./fakes.js";

test("an ended run has words of its own", () => {
  assert.equal(STATES.ended.word, "Ended");
});

test("a state that passes is called otherwise later", () => {
  const passing = Object.keys(STATES).filter((state) => STATES[state].past);
  assert.deepEqual(passing, Object.keys(STATES).filter(isRunning));
});

test("how often is asked is the viewer's choice, else the exporter's", () => {
  assert.equal(refreshMode(fakeView(), null), "live");
  assert.equal(refreshMode(fakeView(), { refresh: "off" }), "off");
  assert.equal(refreshMode(fakeView({ refresh: "5" }), { refresh: "off" }), "5");
});

test("a warning is named in words, an unknown one by its kind", () => {
  assert.match(wordsOf("diverged"), /^Diverged: /);
  assert.equal(wordsOf("new"), "new");
});
