import assert from "node:assert/strict";
import test from "node:test";
import { changesBetween, watchedOf } from "#page/alerts/changes.js";
import { HELP, helpOf } from "#page/help/texts.js";
import { Notes, pinnedFirst, tagsIn } from "#page/notes/notes.js";
import { CARDS } from "#page/panels/card-list.js";
import { plotsOf } from "#page/plots/plot-list.js";

function withBrowser(kept, action) {
  globalThis.localStorage = {
    getItem: (key) => kept[key] ?? null,
    setItem: (key, text) => {
      kept[key] = text;
    },
  };
  try {
    return action();
  } finally {
    delete globalThis.localStorage;
  }
}

function stats(more = {}) {
  return { run: "a", state: "training", counts: { errors: {}, nonfinite: {} }, best: { loss: 2, step: 10 }, ...more };
}

function changes(before, now) {
  return changesBetween(watchedOf(before), watchedOf(now));
}

test("pinned plots come first, in the order in which they were pinned", () => {
  const plots = ["loss", "reward", "speed"].map((id) => ({ id }));
  assert.deepEqual(
    pinnedFirst(plots, ["speed", "gone", "reward"]).map(({ id }) => id),
    ["speed", "reward", "loss"],
  );
});

test("tags have commas between and are there once", () => {
  assert.deepEqual(tagsIn(" baseline,  to  publish ,,baseline"), ["baseline", "to publish"]);
});

test("notes, tags and pins are there at the next visit", () => {
  const kept = {};
  withBrowser(kept, () => {
    const notes = new Notes();
    notes.set("a/b", { note: "bad data", tags: ["x"] });
    notes.togglePin("loss");
    notes.togglePin("speed");
    notes.togglePin("loss");
  });
  withBrowser(kept, () => {
    const again = new Notes();
    assert.deepEqual(again.of("a/b"), { note: "bad data", tags: ["x"], alerts: false });
    assert.deepEqual(again.pins, ["speed"]);
    again.set("a/b", { note: "", tags: [] });
    assert.deepEqual(JSON.parse(kept["training-exporter-notes"]).runs, {}, "nothing is kept of a run without any");
  });
});

test("what the browser keeps may be broken", () => {
  withBrowser({ "training-exporter-notes": "{" }, () => assert.deepEqual(new Notes().pins, []));
  withBrowser({ "training-exporter-notes": '{"pins":[1],"runs":{"a":{"tags":7}}}' }, () => {
    assert.deepEqual(new Notes().pins, []);
    assert.deepEqual(new Notes().of("a").tags, []);
  });
});

test("without a browser that keeps anything it holds for the visit", () => {
  const notes = new Notes();
  notes.set("a", { alerts: true });
  assert.deepEqual(notes.alerted(), ["a"]);
});

test("every card and every standard plot says what it shows and what is good", () => {
  const cards = CARDS.map(({ id }) => id);
  const curves = "loss reward learning_rate gradient_norm steps_per_second eta_seconds validation_loss accuracy".split(
    " ",
  );
  const more = "validation_perplexity episode_length auxiliary_loss tokens_per_second productive_seconds".split(" ");
  const plots = plotsOf(
    [...curves, ...more].map((signal) => ({ signal, unit: "" })),
    [],
  ).map(({ id }) => id);
  assert.equal(plots.length, 13);
  const ofLayers = ["epoch-loss", "epoch-accuracy", "layer-curves", "distribution", "evolution"];
  for (const id of [...cards, ...plots, ...ofLayers, "progress"]) assert.ok(id in HELP, id);
  assert.match(helpOf("value:x"), /^A number that the log has/);
});

test("a state that needs somebody, an error, a NaN and a new best are worth a notification", () => {
  assert.deepEqual(changes(stats(), stats({ state: "stalled" })), ["Stalled: no record for a long time"]);
  const failed = { state: "ended", ending: "failed", counts: { errors: { OOM: 1 }, nonfinite: {} } };
  assert.deepEqual(changes(stats(), stats(failed)), [
    "Ended early: the log says that it failed",
    "A new error was logged",
  ]);
  const [older] = changes(stats(), stats({ state: "ended", ending: undefined }));
  assert.match(older, /^Ended early: its process is gone .*, or /);
  assert.deepEqual(changes(stats(), stats({ counts: { errors: {}, nonfinite: { loss: 1 } } })), [
    "A value is NaN or infinite",
  ]);
  assert.deepEqual(changes(stats(), stats({ best: { loss: 1.5, step: 20 } })), ["New best validation loss: 1.50"]);
  assert.deepEqual(changes(stats(), stats({ state: "finished" })), ["Finished"]);
});

test("what goes on as before, begins or is of another run is worth none", () => {
  assert.deepEqual(changes(stats(), stats()), []);
  assert.deepEqual(changes(stats({ state: "warmup" }), stats()), []);
  assert.deepEqual(changes(stats({ run: "b", state: "stalled" }), stats({ state: "finished" })), []);
  assert.deepEqual(changesBetween(undefined, watchedOf(stats({ state: "finished" }))), []);
});
