import assert from "node:assert/strict";
import test from "node:test";
import { Curve } from "#page/curves/curve.js";
import { plotsOf } from "#page/plots/plot-list.js";
import { plotOption } from "#page/plots/plot-option.js";
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

/** What is drawn of these lines, by the name of the series. */
function drawn(signal, lines, { marks = {}, ...more } = {}) {
  const curves = new Map([
    ["a", { marks }],
    ["b", { marks }],
  ]);
  const drawing = { lines, curves, axis: "step", range: [1, 4], logScale: false, manyRuns: false, ...more };
  const option = plotOption(plot(signal), drawing, THEME, 600);
  return { option, of: (name) => option.series.filter((series) => series.name === name) };
}

test("a line has all its points; where it is not finite, it has a gap and a cross at the last height", () => {
  const { of } = drawn("loss", [line([4, NAN, null, 2])]);
  assert.deepEqual(of("raw")[0].data, [
    [1, 4],
    [2, "-"],
    [3, "-"],
    [4, 2],
  ]);
  assert.deepEqual(of("nonfinite")[0].data, [[2, 4]]);
});

test("on a logarithmic axis what is not positive has no place", () => {
  const { of, option } = drawn("loss", [line([100, 0, -1, 1])], { logScale: true });
  assert.deepEqual(
    of("raw")[0].data.map(([, y]) => y),
    [100, "-", "-", 1],
  );
  assert.deepEqual([option.yAxis.type, option.yAxis.logBase], ["log", 4]);
});

test("each attempt is a line of its own, earlier ones dotted", () => {
  const { of } = drawn("loss", [line([4, 3, 5, 2], { x: [1, 2, 1, 2], attempt: [0, 0, 1, 1] })]);
  assert.deepEqual(
    of("raw").map(({ data }) => data),
    [
      [
        [1, 4],
        [2, 3],
      ],
      [
        [1, 5],
        [2, 2],
      ],
    ],
  );
  assert.notDeepEqual(of("raw")[0].lineStyle.type, of("raw")[1].lineStyle.type);
});

test("layers of a stack are areas in their own colours, each from the top of the one below", () => {
  const layers = [
    line([60, 600], { kind: "stack", share: "productive", top: [60, 600] }),
    line([0, 1200], { kind: "stack", share: "paused", top: [60, 1800] }),
  ];
  const { of, option } = drawn("productive_seconds", layers);
  const shapeOf = (name) => of(name)[0].renderItem({}, { coord: (point) => point }).children[0];
  assert.deepEqual(shapeOf("productive").shape.points, [
    [1, 60],
    [2, 600],
    [2, 0],
    [1, 0],
  ]);
  assert.deepEqual(shapeOf("paused").shape.points, [
    [1, 60],
    [2, 1800],
    [2, 600],
    [1, 60],
  ]);
  assert.deepEqual(
    ["productive", "paused"].map((name) => shapeOf(name).style.fill),
    ["green", "grey"],
  );
  assert.deepEqual([option.yAxis.min, option.yAxis.max], [0, 1800]);
});

test("ECharts is given times in milliseconds", () => {
  const { of } = drawn("loss", [line([4])], { axis: "time" });
  assert.deepEqual(of("raw")[0].data, [[1000, 4]]);
});

const CHECKPOINTS = [
  { name: "c2", step: 2, best: false },
  { name: "c3", step: 3, best: true },
  { name: "c9", step: 9, best: false },
];

test("every plot has a line at each checkpoint, and a star at the best one on the smoothed line", () => {
  const lines = [line([4, 3, 2, 1]), line([8, 7, 6, 5], { kind: "mean", smoothed: true })];
  for (const signal of ["loss", "learning_rate", "tokens_per_second"]) {
    const { of } = drawn(signal, lines, { marks: { checkpoints: CHECKPOINTS } });
    assert.deepEqual(
      of("happenings")[0].markLine.data.map(({ name, xAxis }) => [name, xAxis]),
      [
        ["checkpoint", 2],
        ["best", 3],
      ],
      "what lies outside the range is left out",
    );
    assert.deepEqual(of("best")[0].data, [[3, 6]]);
  }
});

test("checkpoints that are too close for a line each leave some out, but never the best", () => {
  const checkpoints = [...Array(1000).keys()].map((i) => ({ name: "c", step: 1 + i * 0.003, best: i === 500 }));
  const [{ markLine }] = drawn("loss", [line([4, 3, 2, 1])], { marks: { checkpoints } }).of("happenings");
  assert.ok(markLine.data.length < 150, `${markLine.data.length} lines`);
  assert.equal(markLine.data.filter(({ name }) => name === "best").length, 1);
});

test("of runs laid over the first one only the best checkpoint is marked, on their own line", () => {
  const lines = [line([4, 3, 2, 1]), line([8, 7, 6, 5], { run: "b", runIndex: 1 })];
  const { of } = drawn("loss", lines, { marks: { checkpoints: CHECKPOINTS } });
  assert.equal(of("happenings").length, 1);
  assert.deepEqual(of("best")[0].data, [
    [3, 2],
    [3, 6],
  ]);
});

test("where validations are drawn the star is at the best validation", () => {
  const marks = { checkpoints: CHECKPOINTS, best_validation: { step: 4, epoch: null, loss: 1 } };
  for (const signal of ["validation_loss", "validation_perplexity"]) {
    assert.deepEqual(drawn(signal, [line([4, 3, 2, 1])], { marks }).of("best")[0].data, [[4, 1]]);
  }
});

test("rewinds and values that are not finite have lines in every plot, at their times on an axis of time", () => {
  const events = [
    { type: "error", step: 2, time: 200, message: "loss is NaN" },
    { type: "rewind", step: 1, time: 300, message: "back at step 1 after step 2" },
    { type: "error", step: 3, time: 250, message: "OutOfMemoryError: no memory is left" },
  ];
  const at = (more) =>
    drawn("learning_rate", [line([4, 3, 2, 1])], { marks: { events }, ...more })
      .of("happenings")[0]
      .markLine.data.map(({ name, xAxis }) => [name, xAxis]);
  assert.deepEqual(at({}), [
    ["rewind", 1],
    ["nonfinite", 2],
  ]);
  assert.deepEqual(at({ axis: "time", range: [0, 400] }), [
    ["nonfinite", 200_000],
    ["rewind", 300_000],
  ]);
});

test("the learning rate has lines at its maximum and at the end of the warm-up", () => {
  const marks = { warmup_end_step: 2, learning_rate_max: 5e-6 };
  const [{ markLine }] = drawn("learning_rate", [line([1e-6, 5e-6, 4e-6, 3e-6])], { marks }).of("guides");
  assert.deepEqual(
    markLine.data.map(({ xAxis, yAxis }) => xAxis ?? yAxis),
    [2, 5e-6],
  );
  assert.equal(markLine.data[1].label.formatter, "maximum 5e-6");
});

test("the speed has a line at the average of the whole run, whichever part is shown", () => {
  const curve = new Curve();
  curve.replace({
    ...{ run: "a", axis: "step", start: 0, signals: [], marks: {} },
    series: [{ signal: "steps_per_second", x: [1, 2, 3, 4], time: [0, 0.5, 1, 1.5], y: [9, 2, "NaN", 3] }],
  });
  const part = { curves: new Map([["a", curve]]) };
  const [{ markLine }] = drawn("steps_per_second", [line([3], { x: [4], step: [4], time: [1.5] })], part).of("guides");
  assert.equal(markLine.data[0].yAxis, 2);
});

test("neighbouring ticks differ, however close the values are", () => {
  const { option } = drawn("loss", [line([2.00001, 2.00003])]);
  const { formatter } = option.yAxis.axisLabel;
  assert.notEqual(formatter(2.00001), formatter(2.00002));
});

test("marks stand on no second line, and a guide whose place is not known is left out", () => {
  const marks = { checkpoints: [{ step: 2, best: true }], warmup_end_step: null, learning_rate_max: null };
  assert.equal(drawn("loss", [line([1, 2], { kind: "second" })], { marks }).of("best").length, 0);
  assert.equal(drawn("learning_rate", [line([1, 2])], { marks }).of("guides").length, 0);
  assert.equal(drawn("learning_rate", [line([1, 2])], { marks: { warmup_end_step: 9 } }).of("guides").length, 0);
});

test("words at a guide stand on its inner side", () => {
  const alignAt = (step) => {
    const [{ markLine }] = drawn("learning_rate", [line([1, 2])], { marks: { warmup_end_step: step } }).of("guides");
    return markLine.data[0].label.align;
  };
  assert.deepEqual([1, 2.5, 4].map(alignAt), ["left", "center", "right"]);
});

test("a second line has the next run's colour and points of another shape", () => {
  const [raw] = drawn("accuracy", [line([1, 2])]).of("raw");
  const [second] = drawn("accuracy", [line([1, 2], { kind: "second" })]).of("second");
  assert.deepEqual([raw.itemStyle.color, second.itemStyle.color], [THEME.runs[0], THEME.runs[1]]);
  assert.notEqual(raw.symbol, second.symbol);
});

test("durations have ticks at whole minutes, unless their axis is logarithmic", () => {
  assert.equal(drawn("eta_seconds", [line([60, 600])]).option.yAxis.minInterval, 120);
  assert.equal(drawn("eta_seconds", [line([60, 600])], { logScale: true }).option.yAxis.type, "log");
});

test("a logarithmic axis of close values has a smaller base", () => {
  const baseOf = (values) => drawn("loss", [line(values)], { logScale: true }).option.yAxis.logBase;
  assert.deepEqual([baseOf([1, 3000]), baseOf([1, 30]), baseOf([1, 3.6]), baseOf([1, 1.5])], [10, 2, 1.5, 1.1]);
});

test("only lines of few points show each of them", () => {
  const many = Array.from({ length: 61 }, (_, i) => i);
  assert.equal(drawn("loss", [line(many.slice(1))]).of("raw")[0].showSymbol, true);
  assert.equal(drawn("loss", [line(many)]).of("raw")[0].showSymbol, false);
});

test("a logarithmic axis ends where its values do", () => {
  const { yAxis } = drawn("loss", [line([2, 2000])], { logScale: true }).option;
  assert.ok(yAxis.min > 1.3 && yAxis.min < 2 && yAxis.max > 2000 && yAxis.max < 3000, `${yAxis.min} ${yAxis.max}`);
});

test("axes have titles: what x counts, and the unit or what it is", () => {
  const titles = (signal, axis) => {
    const { xAxis, yAxis } = drawn(signal, [line([2, 3])], { axis }).option;
    return [xAxis.name, yAxis.name];
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
    .map(({ lineStyle: { color, type } }) => `${color} ${type}`);
  assert.equal(new Set(strokes).size, 12);
  const second = drawn("accuracy", [line([1, 2], { kind: "second", runIndex: 3, ofMany: true })]).of("second")[0];
  assert.equal(second.itemStyle.color, THEME.runs[3]);
});
