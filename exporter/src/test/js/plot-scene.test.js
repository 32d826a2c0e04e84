import assert from "node:assert/strict";
import test from "node:test";
import { Curve } from "#page/curves/curve.js";
import { plotsOf } from "#page/plots/plot-list.js";
import { plotScene } from "#page/plots/plot-scene.js";
import { THEME } from "./fakes.js";

const NAN = Number.NaN;

function plot(signal) {
  return plotsOf([{ signal, unit: "" }], [])[0];
}

function line(y, more = {}) {
  const x = y.map((_, i) => i + 1);
  return {
    run: "a",
    runIndex: 0,
    kind: "raw",
    label: "Loss",
    x,
    y,
    step: x,
    time: x,
    attempt: x.map(() => 0),
    ...more,
  };
}

/** What is drawn of these lines, and of it the shapes of a name. */
function drawn(signal, lines, { marks = {}, ...more } = {}) {
  const curves = new Map([
    ["a", { marks }],
    ["b", { marks }],
  ]);
  const drawing = { lines, curves, axis: "step", range: [1, 4], logScale: false, manyRuns: false, ...more };
  const scene = plotScene(plot(signal), drawing, THEME, 600);
  const shapes = [...scene.lines, ...scene.bands, ...scene.rules, ...scene.marks];
  return { scene, of: (name) => shapes.filter((shape) => shape.name === name), rules: rulesOf(scene) };
}

/** The upright lines, by what they say happened. */
function rulesOf({ rules }) {
  return rules.map(({ name, x }) => [name, x]);
}

/** Where marks stand. */
function places(marks) {
  return marks.map(({ x, y }) => [x, y]);
}

test("a line has all its points; where it is not finite, it has a gap and a cross at the last height", () => {
  const { of } = drawn("loss", [line([4, NAN, null, 2])]);
  assert.deepEqual(of("raw")[0].x, [1, 2, 3, 4]);
  assert.deepEqual(of("raw")[0].y, [4, null, null, 2]);
  assert.deepEqual(places(of("nonfinite")), [[2, 4]]);
});

test("on a logarithmic axis what is not positive has no place", () => {
  const { of, scene } = drawn("loss", [line([100, 0, -1, 1])], { logScale: true });
  assert.deepEqual(of("raw")[0].y, [100, null, null, 1]);
  assert.equal(scene.y.isLog, true);
});

test("each attempt is a line of its own, earlier ones dotted", () => {
  const { of } = drawn("loss", [line([4, 3, 5, 2], { x: [1, 2, 1, 2], attempt: [0, 0, 1, 1] })]);
  assert.deepEqual(
    of("raw").map(({ x, y }) => [x, y]),
    [
      [
        [1, 2],
        [4, 3],
      ],
      [
        [1, 2],
        [5, 2],
      ],
    ],
  );
  assert.notDeepEqual(of("raw")[0].dash, of("raw")[1].dash);
});

test("layers of a stack are areas in their own colours, each from the top of the one below", () => {
  const layers = [
    line([60, 600], { kind: "stack", share: "productive", top: [60, 600] }),
    line([0, 1200], { kind: "stack", share: "paused", top: [60, 1800] }),
  ];
  const { scene } = drawn("productive_seconds", layers);
  assert.deepEqual(
    scene.bands.map(({ name, low, high, colour }) => [name, low, high, colour]),
    [
      ["productive", [0, 0], [60, 600], "green"],
      ["paused", [60, 600], [60, 1800], "grey"],
    ],
  );
  assert.deepEqual([scene.y.min, scene.y.max, scene.lines], [0, 1800, []]);
});

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
    series: [{ signal: "steps_per_second", x: [1, 2, 3, 4], time: [0, 0.5, 1, 1.5], y: [9, 2, "NaN", 3] }],
  });
  const part = { curves: new Map([["a", curve]]) };
  const [average] = drawn("steps_per_second", [line([3], { x: [4], step: [4], time: [1.5] })], part).of("guide");
  assert.equal(average.y, 2);
});

test("neighbouring ticks differ, however close the values are", () => {
  const { y } = drawn("loss", [line([2.00001, 2.00003])]).scene;
  assert.equal(new Set(y.ticks.map(y.format)).size, y.ticks.length);
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

test("a second line has the next run's colour and points of another shape", () => {
  const [raw] = drawn("accuracy", [line([1, 2])]).of("raw");
  const [second] = drawn("accuracy", [line([1, 2], { kind: "second" })]).of("second");
  assert.deepEqual([raw.colour, second.colour], [THEME.runs[0], THEME.runs[1]]);
  assert.notEqual(raw.dots.shape, second.dots.shape);
});

test("durations have ticks at whole minutes, unless their axis is logarithmic", () => {
  assert.deepEqual(drawn("eta_seconds", [line([60, 600])]).scene.y.ticks, [0, 120, 240, 360, 480, 600]);
  assert.equal(drawn("eta_seconds", [line([60, 600])], { logScale: true }).scene.y.isLog, true);
});

test("only lines of few points show each of them", () => {
  const many = Array.from({ length: 61 }, (_, i) => i);
  assert.notEqual(drawn("loss", [line(many.slice(1))]).of("raw")[0].dots, null);
  assert.equal(drawn("loss", [line(many)]).of("raw")[0].dots, null);
});

test("what smooths a line is drawn over it, and a forecast's band has room", () => {
  const lines = [line([4, 3], { kind: "mean", smoothed: true }), line([4, 3])];
  const forecast = { from: [2, 3], x: 4, loss: { low: 0.5, mid: 2, high: 7 } };
  const { scene } = drawn("loss", lines, { forecast });
  assert.deepEqual(
    scene.lines.map(({ name }) => name),
    ["raw", "mean", "forecast_mid"],
  );
  assert.ok(scene.y.min <= 0.5 && scene.y.max >= 7);
});

test("axes have titles: what x counts, and the unit or what it is", () => {
  const titles = (signal, axis) => {
    const { x, y } = drawn(signal, [line([2, 3])], { axis }).scene;
    return [x.title, y.title];
  };
  assert.deepEqual(titles("loss", "step"), ["step", "loss"]);
  assert.deepEqual(titles("tokens_per_second", "relative"), ["time since the start", "tokens/s"]);
  assert.match(titles("eta_seconds", "time")[0], /^time \(/);
});

test("twelve runs differ in colour or dash, and a run's second line has its own colour", () => {
  const lines = Array.from({ length: 12 }, (_, runIndex) =>
    line([1, 2], { run: `r${runIndex}`, runIndex, ofMany: true }),
  );
  const strokes = drawn("accuracy", lines, { manyRuns: true })
    .of("raw")
    .map(({ colour, dash }) => `${colour} ${dash}`);
  assert.equal(new Set(strokes).size, 12);
  const second = drawn("accuracy", [line([1, 2], { kind: "second", runIndex: 3, ofMany: true })]).of("second")[0];
  assert.equal(second.colour, THEME.runs[3]);
});
