import assert from "node:assert/strict";
import test from "node:test";
import { Curve } from "#page/curves/curve.js";
import { signsOn } from "#page/plots/plot-key.js";
import { drawn, line, places } from "./drawn-plots.js";

const NAN = Number.NaN;

const CHECKPOINTS = [
  { name: "c2", step: 2, best: false },
  { name: "c3", step: 3, best: true },
  { name: "c9", step: 9, best: false },
];

test("every plot has a line at each checkpoint, and a star at the best one on the smoothed line", () => {
  const lines = [line([4, 3, 2, 1]), line([8, 7, 6, 5], { kind: "mean", smoothed: true })];
  for (const signal of ["loss", "learning_rate", "tokens_per_second"]) {
    const { of, rules } = drawn(signal, lines, { marks: { checkpoints: CHECKPOINTS } });
    const expected = [
      ["checkpoint", 2],
      ["best", 3],
    ];
    assert.deepEqual(rules, expected, "what lies outside the range is left out");
    assert.deepEqual(places(of("best").filter(({ shape }) => shape)), [[3, 6]]);
  }
});

test("checkpoints that are too close for a line each leave some out, but never the best", () => {
  const checkpoints = [...Array(1000).keys()].map((i) => ({ name: "c", step: 1 + i * 0.003, best: i === 500 }));
  const { rules } = drawn("loss", [line([4, 3, 2, 1])], { marks: { checkpoints } });
  assert.ok(rules.length < 150, `${rules.length} lines`);
  assert.equal(rules.filter(([name]) => name === "best").length, 1);
});

/** Where the stars stand. */
function stars(signal, lines, more) {
  return places(drawn(signal, lines, more).scene.marks.filter(({ shape }) => shape === "star"));
}

test("of runs laid over the first one only the best checkpoint is marked, on their own line", () => {
  const lines = [line([4, 3, 2, 1]), line([8, 7, 6, 5], { run: "b", runIndex: 1 })];
  const marks = { checkpoints: CHECKPOINTS };
  assert.equal(drawn("loss", lines, { marks }).rules.length, 2);
  assert.deepEqual(stars("loss", lines, { marks }), [
    [3, 2],
    [3, 6],
  ]);
});

test("a star whose value has no place on the axis is left out", () => {
  const marks = { checkpoints: CHECKPOINTS };
  assert.deepEqual(stars("loss", [line([4, 3, 0, 1])], { marks, logScale: true }), []);
  assert.deepEqual(stars("loss", [line([4, 3, NAN, 1])], { marks }), []);
});

test("where validations are drawn the star is at the best validation", () => {
  const marks = { checkpoints: CHECKPOINTS, best_validation: { step: 4, epoch: null, loss: 1 } };
  for (const signal of ["validation_loss", "validation_perplexity"]) {
    assert.deepEqual(stars(signal, [line([4, 3, 2, 1])], { marks }), [[4, 1]]);
  }
});

test("rewinds and values that are not finite have lines in every plot, at their times on an axis of time", () => {
  const events = [
    { type: "error", step: 2, time: 200, message: "loss is NaN" },
    { type: "rewind", step: 1, time: 300, message: "back at step 1 after step 2" },
    { type: "error", step: 3, time: 250, message: "OutOfMemoryError: no memory is left" },
  ];
  const at = (more) => drawn("learning_rate", [line([4, 3, 2, 1])], { marks: { events }, ...more }).rules;
  assert.deepEqual(at({}), [
    ["rewind", 1],
    ["nonfinite", 2],
  ]);
  assert.deepEqual(at({ axis: "time", range: [0, 400] }), [
    ["nonfinite", 200],
    ["rewind", 300],
  ]);
});

test("the key has what one of the plots is marked with", () => {
  /** @param {string[]} kinds */
  const signs = (plot, y, ...kinds) => [
    ...signsOn(
      plot,
      [{ y }],
      kinds.map((kind) => ({ kind })),
    ),
  ];
  assert.deepEqual(signs({}, [1, null], "checkpoint", "checkpoint", "rewind"), ["checkpoint", "rewind"]);
  assert.deepEqual(signs({ validates: true }, [1]), ["best"]);
  assert.deepEqual(signs({}, [1, NAN]), ["nonfinite"]);
  assert.deepEqual(signs({}, [1]), []);
});

test("the learning rate has lines at its maximum and at the end of the warm-up", () => {
  const marks = { warmup_end_step: 2, learning_rate_max: 5e-6 };
  const guides = drawn("learning_rate", [line([1e-6, 5e-6, 4e-6, 3e-6])], { marks }).of("guide");
  assert.deepEqual(
    guides.map(({ x, y, label }) => [x ?? y, label.text]),
    [
      [2, "warm-up ends at 2"],
      [5e-6, "maximum 5e-6"],
    ],
  );
});

test("the speed has a line at the average of the whole run, whichever part is shown", () => {
  const curve = new Curve();
  curve.replace({
    ...{ run: "a", axis: "step", start: 0, signals: [], marks: {} },
    series: [
      { signal: "steps_per_second", x: [1, 2, 3, 4], time: [0, 0.5, 1, 1.5], y: [9, 2, "NaN", 3] },
      { signal: "productive_seconds", x: [1, 2, 3, 4], time: [0, 0.5, 1, 1.5], y: [0, 0.5, 1, 1.5] },
    ],
  });
  const part = { curves: new Map([["a", curve]]) };
  const [average] = drawn("steps_per_second", [line([3], { x: [4], step: [4], time: [1.5] })], part).of("guide");
  assert.equal(average.y, 2);
});

test("marks stand on no second line, and a guide whose place is not known is left out", () => {
  const marks = { checkpoints: [{ step: 2, best: true }], warmup_end_step: null, learning_rate_max: null };
  assert.deepEqual(stars("loss", [line([1, 2], { kind: "second" })], { marks }), []);
  assert.equal(drawn("learning_rate", [line([1, 2])], { marks }).of("guide").length, 0);
  assert.equal(drawn("learning_rate", [line([1, 2])], { marks: { warmup_end_step: 9 } }).of("guide").length, 0);
});

test("words at a guide stand on its inner side", () => {
  const alignAt = (step) =>
    drawn("learning_rate", [line([1, 2])], { marks: { warmup_end_step: step } }).of("guide")[0].label.align;
  assert.deepEqual([1, 2.5, 4].map(alignAt), ["left", "center", "right"]);
});
