import assert from "node:assert/strict";
import test from "node:test";
import { wordsOf } from "#page/page/warnings.js";
import { refreshMode } from "#page/state/refresh-mode.js";
import { isRunning, STATES, stateWords } from "#page/state/run-states.js";
import { fakeView } from "./fakes.js";

test("a run that has ended is called by how it did", () => {
  const wordOf = (state, ending) => stateWords({ state, ending }).word;
  assert.equal(wordOf("ended", "stopped"), "Stopped");
  assert.equal(wordOf("ended", "process_gone"), "Process gone");
  assert.equal(wordOf("ended", null), "Ended");
  assert.equal(wordOf("not_finite", null), "Not finite");
  assert.equal(stateWords({ state: "ended", ending: "killed" }).means, "the log says that it was killed");
});

test("what an exporter of another version says is shown as it is", () => {
  assert.equal(stateWords({ state: "resting", ending: null }).word, "resting");
  assert.equal(stateWords({ state: "ended", ending: "asleep" }).word, "Ended");
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
