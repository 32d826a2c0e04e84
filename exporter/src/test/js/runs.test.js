import assert from "node:assert/strict";
import test from "node:test";
import { pathOf } from "#page/base/sparkline.js";
import { formatChoices, parseChoices } from "#page/runs/choices.js";
import { columnNamed, columnsOf, USUAL } from "#page/runs/columns.js";
import { parseFilter } from "#page/runs/filter.js";
import { grouped, sorted } from "#page/runs/order.js";

function run(name, more = {}) {
  const unknown = { name: null, writer: "custom", progress: null, loss: null, best_validation_loss: null };
  return { run: name, state: "training", ending: null, settings: {}, ...unknown, ...more };
}

const RUNS = [
  run("qlora/a", { loss: 2, settings: { learning_rate: "0.001", model: "llama" } }),
  run("qlora/b", { loss: "NaN", state: "not_finite", settings: { learning_rate: "1e-5", model: "phi" } }),
  run("full/c", { loss: 1.5, state: "finished", settings: { "optim.lr": "0.1" } }),
  run("d", { name: "My run", settings: {} }),
];
const COLUMNS = columnsOf(RUNS);

function found(text) {
  return RUNS.filter(parseFilter(text, COLUMNS).matches).map((one) => one.run);
}

test("there is a column for each figure that a run has, and for each setting", () => {
  assert.deepEqual(
    COLUMNS.map(({ key }) => key),
    ["state", "ending", "loss", "writer", "setting:learning_rate", "setting:model", "setting:optim.lr"],
  );
});

test("runs that were stopped are found among those that have ended", () => {
  const ended = ["stopped", "process_gone"].map((ending) => run(ending, { state: "ended", ending }));
  const columns = columnsOf([...RUNS, ...ended]);
  for (const text of ["ending:stopped", "stopped", "state:stopped", "state!=process_gone"]) {
    assert.deepEqual(ended.map(parseFilter(text, columns).matches), [true, false], text);
  }
  assert.ok(ended.every(parseFilter("state:ended", columns).matches));
  assert.equal(columnNamed("ending", columns).format("process_gone"), "Process gone");
});

test("none is found where no run has ended, and where an older exporter does not say how", () => {
  assert.deepEqual(found("ending:stopped"), []);
  const older = run("old", { state: "ended", ending: undefined });
  assert.equal(parseFilter("ending:stopped", columnsOf([older])).matches(older), false);
});

test("a run that is over has no time left", () => {
  const { read } = columnNamed("eta", columnsOf([run("a", { eta_seconds: 60 })]));
  assert.equal(read(run("a", { eta_seconds: 60 })), 60);
  assert.equal(read(run("b", { eta_seconds: 0, state: "finished" })), null);
});

test("a column is named by its key, by a setting's name, its last part, or what people call it", () => {
  for (const [word, key] of [
    ["loss", "loss"],
    ["model", "setting:model"],
    ["learning_rate", "setting:learning_rate"],
    ["LR", "setting:optim.lr"],
  ]) {
    assert.equal(columnNamed(word, COLUMNS)?.key, key, word);
  }
  assert.equal(columnNamed("lr", columnsOf(RUNS.slice(0, 2)))?.key, "setting:learning_rate");
  assert.equal(columnNamed("nothing", COLUMNS), undefined);
});

test("conditions of a filter all hold", () => {
  assert.deepEqual(found("state:training"), ["qlora/a", "d"]);
  assert.deepEqual(found("name~qlora learning_rate>1e-4"), ["qlora/a"]);
  assert.deepEqual(found("loss<=2"), ["qlora/a", "full/c"]);
  assert.deepEqual(found("model!=llama"), ["qlora/b", "full/c", "d"]);
  assert.deepEqual(found("model=LLAMA"), ["qlora/a"]);
  assert.deepEqual(found("my run"), ["d"]);
  assert.deepEqual(found("loss>"), ["qlora/a", "qlora/b", "full/c", "d"], "it is still being typed");
});

test("a name that no column has is told, and hides nothing", () => {
  const { matches, unknown } = parseFilter("colour:red", COLUMNS);
  assert.deepEqual([unknown, RUNS.every(matches)], [["colour"], true]);
});

test("runs are sorted up and down, what is not known or no number last", () => {
  const names = (sort) => sorted(RUNS, sort, COLUMNS).map((one) => one.run);
  assert.deepEqual(names("loss"), ["full/c", "qlora/a", "qlora/b", "d"]);
  assert.deepEqual(names("-loss"), ["qlora/a", "full/c", "qlora/b", "d"]);
  assert.deepEqual(names("name"), ["d", "full/c", "qlora/a", "qlora/b"]);
  assert.deepEqual(names("nothing"), names(""));
});

test("groups have a heading each, and closed ones nothing below it", () => {
  const rows = (by, closed = []) =>
    grouped(RUNS, by, COLUMNS, new Set(closed)).map((row) =>
      "run" in row ? row.run.run : `${row.group} (${row.count})`,
    );
  assert.deepEqual(rows("folder", ["qlora"]), ["qlora (2)", "full (1)", "full/c", "(no folder) (1)", "d"]);
  assert.deepEqual(rows("setting:model").slice(0, 2), ["model llama (1)", "qlora/a"]);
  assert.equal(rows("").length, 4);
});

test("the choices come back from the address; the columns that the browser keeps hold where it says nothing", () => {
  const choices = { filter: "lr>1e-4 a", sort: "-loss", group: "folder", columns: ["loss", "setting:é"] };
  assert.deepEqual(parseChoices(formatChoices(choices), undefined), choices);
  assert.equal(formatChoices(parseChoices("", undefined)), "");
  assert.deepEqual(parseChoices("", ["loss"]).columns, ["loss"]);
  assert.deepEqual(parseChoices("", "broken").columns, USUAL);
});

test("a small line spans its whole box and passes over what is not finite", () => {
  assert.equal(pathOf([2, "NaN", 1]), "M0.0 1.0L96.0 21.0");
  assert.equal(pathOf([3]), "M0.0 11.0");
  assert.equal(pathOf([]), "");
});
