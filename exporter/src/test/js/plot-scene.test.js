import assert from "node:assert/strict";
import test from "node:test";
import { drawn, line, places } from "./drawn-plots.js";
import { THEME } from "./fakes.js";

const NAN = Number.NaN;

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

test("neighbouring ticks differ, however close the values are", () => {
  const { y } = drawn("loss", [line([2.00001, 2.00003])]).scene;
  assert.equal(new Set(y.ticks.map(y.format)).size, y.ticks.length);
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

test("the spread of a group has room on the y axis, which is rounded once", () => {
  const band = { low: [0.9, 1], high: [4.1, 3] };
  const { scene } = drawn("loss", [line([2, 2], { band, smoothed: true })]);
  assert.deepEqual([scene.y.min, scene.y.max], [0, 5]);
});

test("where outliers are cut off the y axis ends there, and a layer of no height is not drawn", () => {
  const { scene } = drawn("loss", [line([1, 2, 900])], { clip: { range: [0.94, 2.06], cut: 1 } });
  assert.deepEqual([scene.y.min, scene.y.max], [0.94, 2.06]);
  const flat = line([0, 0], { kind: "stack", share: "paused", top: [0, 0] });
  assert.deepEqual(drawn("productive_seconds", [flat]).scene.bands, []);
});
