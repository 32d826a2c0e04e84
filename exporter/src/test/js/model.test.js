import assert from "node:assert/strict";
import test from "node:test";
import { Model } from "#page/state/model.js";
import { fakeView } from "./fakes.js";

function setUp(state = {}) {
  const clock = { times: [], set: (time) => clock.times.push(time), on: () => {} };
  const view = fakeView(state);
  const model = new Model(view, clock);
  const events = [];
  for (const name of ["run", "stats", "curves", "missing", "tablesChanged", "layersChanged"]) {
    model.on(name, (payload) => events.push([name, payload]));
  }
  return { model, view, clock, events, names: () => events.map(([name]) => name) };
}

function runs(...entries) {
  return { time: 5, runs: entries.map(([run, state]) => ({ run, state })) };
}

function stats(run, counts = {}) {
  const all = { records: { train: 1 }, validations: 0, checkpoints: 0, rewinds: 0, restarts: 0, spikes: {}, ...counts };
  return { run, time: 7, state: "training", finite: {}, experts: false, layers: true, counts: all };
}

function points(run, x) {
  return { run, series: [{ signal: "loss", x: [...x], time: [...x], y: [...x] }] };
}

function plots(run, x) {
  return { run, axis: "step", start: 0, signals: [], series: points(run, x).series };
}

test("the newest run is shown, and stays while it trains", () => {
  const { model } = setUp();
  model.setRuns(runs(["b", "training"], ["a", "training"]));
  assert.equal(model.run, "b");
  model.setRuns(runs(["a", "training"], ["b", "training"]));
  assert.equal(model.run, "b");
});

test("once it is over, a newer run that trains takes its place", () => {
  const { model } = setUp();
  model.setRuns(runs(["b", "finished"]));
  model.setRuns(runs(["c", "finished"], ["b", "finished"]));
  assert.equal(model.run, "b");
  model.setRuns(runs(["d", "warmup"], ["b", "finished"]));
  assert.equal(model.run, "d");
});

test("the run that the address names is shown, whichever is the newest", () => {
  const { model, view } = setUp({ runs: ["a"] });
  model.setRuns(runs(["b", "training"], ["a", "finished"]));
  assert.equal(model.run, "a");
  view.set({ runs: ["b"] });
  assert.equal(model.run, "b");
});

test("runs laid over the plots are those that are there", () => {
  const { model } = setUp({ runs: ["a", "gone", "b"] });
  assert.deepEqual(model.runsInPlots(), []);
  model.setRuns(runs(["a", "training"], ["b", "finished"]));
  assert.deepEqual(model.runsInPlots(), ["a", "b"]);
});

test("an answer about another run is passed over", () => {
  const { model, names } = setUp({ runs: ["a"] });
  model.setRuns(runs(["a", "training"]));
  model.setPart("stats", stats("b"));
  assert.equal(model.parts.stats, undefined);
  model.setPart("stats", stats("a"));
  assert.deepEqual(names(), ["run", "stats"]);
});

test("answers set the clock", () => {
  const { model, clock } = setUp();
  model.setRuns(runs(["a", "training"]));
  model.setPart("stats", stats("a"));
  assert.deepEqual(clock.times, [5, 7]);
});

test("figures that say so have tables and layers asked for anew", () => {
  const { model, events, names } = setUp();
  model.setRuns(runs(["a", "training"]));
  model.setPart("stats", stats("a"));
  events.length = 0;
  model.setPart("stats", stats("a"));
  assert.deepEqual(names(), ["stats"], "nothing has changed");
  model.setPart("stats", stats("a", { checkpoints: 1 }));
  model.setPart("stats", stats("a", { checkpoints: 1, errors: { OutOfMemoryError: 1 } }));
  model.setPart("stats", stats("a", { checkpoints: 1, errors: { OutOfMemoryError: 1 }, records: { train: 2 } }));
  assert.deepEqual(names(), ["stats", "stats", "tablesChanged", "stats", "tablesChanged", "stats", "layersChanged"]);
});

test("points that came while a curve was under way are not lost", () => {
  const { model } = setUp();
  model.setRuns(runs(["a", "training"]));
  model.appendPoints(points("a", [3, 4]));
  model.setCurve(plots("a", [1, 2, 3]), null);
  assert.deepEqual(model.curves.get("a").series("loss").x, [1, 2, 3, 4]);
});

test("points from before a rewind are not appended to the curve after it", () => {
  const { model } = setUp();
  model.setRuns(runs(["a", "training"]));
  model.appendPoints(points("a", [3, 4]));
  model.dropRecentPoints("a");
  model.setCurve(plots("a", [1, 2]), null);
  assert.deepEqual(model.curves.get("a").series("loss").x, [1, 2]);
});

test("a run that vanishes is said to be gone, and is there again when it comes back", () => {
  const { model, events, names } = setUp({ runs: ["a"] });
  model.setRuns(runs(["a", "training"]));
  model.setPart("stats", stats("a"));
  model.setCurve(plots("a", [1]), null);
  model.removeRun("a");
  assert.match(model.missing, /"a" is gone/);
  assert.equal(model.curves.has("a"), false);
  events.length = 0;
  model.setRuns(runs(["a", "training"]));
  assert.equal(model.missing, null);
  assert.deepEqual(names(), ["run"]);
});

test("its figures bring it back as well, and what was dropped is asked for anew", () => {
  const { model, events, names } = setUp({ runs: ["a"] });
  model.setRuns(runs(["a", "training"]));
  model.setPart("stats", stats("a"));
  model.removeRun("a");
  events.length = 0;
  model.setPart("stats", stats("a"));
  assert.deepEqual(names(), ["stats", "run"]);
});

test("another part does not bring back a run that vanished", () => {
  const { model } = setUp({ runs: ["a"] });
  model.setRuns(runs(["a", "training"]));
  model.setPart("stats", stats("a"));
  model.removeRun("a");
  model.setPart("events", { run: "a", time: 9, events: [] });
  assert.match(model.missing, /is gone/);
});

test("what the stream says of the curves holds also where an older answer comes after it", () => {
  const { model } = setUp();
  const head = { run: "a", axis: "step", start: 0, signals: [{ signal: "accuracy", unit: "" }], marks: { events: [] } };
  model.setRuns(runs(["a", "training"]));
  assert.equal(model.setHead(head), false, "no curve is there yet");
  model.setCurve(plots("a", [1, 2]), null);
  assert.deepEqual(model.curves.get("a").signals, head.signals);
  assert.equal(model.setHead({ ...head, marks: {} }), false);
  assert.equal(model.setHead({ ...head, signals: [] }), true, "there are other curves than before");
  model.dropHeads();
  model.setCurve({ ...plots("a", [1, 2]), marks: { warmup_end_step: 2 } }, null);
  assert.deepEqual(model.curves.get("a").marks, { warmup_end_step: 2 });
});

test("a part of the page that comes late hears what is known", () => {
  const { model } = setUp();
  model.setRuns(runs(["a", "training"]));
  model.setPart("stats", stats("a"));
  model.setCurve(plots("a", [1]), null);
  const heard = [];
  for (const name of ["runs", "run", "stats", "curves", "events", "missing", "tablesChanged"]) {
    model.on(name, (payload) => heard.push([name, payload?.run ?? payload?.runs?.length ?? payload]));
  }
  assert.deepEqual(heard, [
    ["runs", 1],
    ["run", "a"],
    ["stats", "a"],
    ["curves", "a"],
  ]);
});
