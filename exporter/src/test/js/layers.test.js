import assert from "node:assert/strict";
import test from "node:test";
import { chosenLayer } from "#page/layers/chosen-layer.js";
import { distribution, evolution, filledBins } from "#page/layers/histogram-charts.js";
import { nearestFrame } from "#page/layers/histogram-film.js";
import { layerStrokes } from "#page/layers/strokes.js";
import { fakeView, THEME } from "./fakes.js";

const FRAMES = [
  { step: 0, counts: [0, 0, 4, 0, 0, 0] },
  { step: 20, counts: [0, 0, 1, 3, 0, 0] },
  { step: 40, counts: [0, 0, 0, 2, 0, 0] },
];
const FILM = { layer: "fc1", tensorWord: "Weights", axis: "step", lower: -3, upper: 3, frames: FRAMES, current: 1 };

test("the chosen layer is the viewer's, else the first that has such a histogram", () => {
  const layers = [
    { layer: "a", weight: null, gradient: null },
    { layer: "b", weight: { histogram: null }, gradient: null },
    { layer: "c", weight: { histogram: {} }, gradient: null },
  ];
  assert.equal(chosenLayer(layers, fakeView({ layer: "a" })).layer, "a");
  assert.equal(chosenLayer(layers, fakeView()).layer, "c");
  assert.equal(chosenLayer(layers, fakeView({ layer: "gone" })).layer, "c");
  assert.equal(chosenLayer(layers.slice(0, 2), fakeView()).layer, "b");
  assert.equal(chosenLayer(layers, fakeView({ tensor: "gradient" })).layer, "a");
  assert.equal(chosenLayer(undefined, fakeView()), null);
});

test("few layers have colour and dash of their own, many a colour between the first and the last", () => {
  const few = layerStrokes(THEME, 8);
  assert.notDeepEqual(few(0).dash, few(1).dash);
  const many = layerStrokes(THEME, 21);
  assert.deepEqual(many(0), { color: "rgb(0,0,0)", dash: [] });
  assert.deepEqual(many(10), { color: "rgb(64,64,64)", dash: [] });
  assert.deepEqual(many(20), { color: "rgb(32,32,32)", dash: [] });
  assert.deepEqual(many(5), { color: "rgb(32,32,32)", dash: [] });
});

test("the bins from the first that ever held something to the last are shown, and one more on either side", () => {
  assert.deepEqual(filledBins(FRAMES), [1, 5]);
  assert.deepEqual(filledBins([{ step: 0, counts: [1, 0, 2] }]), [0, 3]);
  assert.deepEqual(filledBins([{ step: 0, counts: [0, 0, 0] }]), [0, 3]);
});

test("the frame nearest to a step is shown, of equals the last, without a step the newest", () => {
  assert.equal(nearestFrame(FRAMES, 12), 1);
  assert.equal(nearestFrame(FRAMES, 30), 2);
  assert.equal(nearestFrame(FRAMES, -5), 0);
  assert.equal(nearestFrame(FRAMES, null), 2);
  assert.equal(nearestFrame([], null), -1);
});

test("a frame says of a bin how many elements it has now and had at first", () => {
  const drawing = distribution(FILM);
  const tip = drawing.tip(-0.3, 0, THEME);
  assert.equal(tip.head, "-1.00 to 0");
  assert.deepEqual(
    tip.rows.map(({ label, text }) => [label, text]),
    [
      ["step 20", "1.000"],
      ["step 0", "4.000"],
    ],
  );
  assert.equal(drawing.tip(99, 0, THEME).head, "1.00 to 2.00", "beyond the last bin it is the last");
});

test("the bars of a frame are its counts, the outline those of the first", () => {
  const { x, y, cells, lines } = distribution(FILM).scene(THEME, 500);
  assert.deepEqual(
    cells.map((cell) => cell.y),
    [
      [0, 0],
      [0, 1],
      [0, 3],
      [0, 0],
    ],
  );
  assert.deepEqual([x.min, x.max, y.min, y.max], [-2, 2, 0, 4]);
  assert.deepEqual(lines[0].x, [-2, -1, -1, 0, 0, 1, 1, 2]);
  assert.deepEqual(lines[0].y, [0, 0, 4, 4, 0, 0, 0, 0]);
});

test("each frame is a column, of which a cell is the darker the larger the share of its elements", () => {
  const chosen = [];
  const drawing = evolution({ ...FILM, choose: (index) => chosen.push(index) });
  const theme = { ...THEME, surface: "#fff", runs: ["#888"], text: "#000" };
  const { cells } = drawing.scene(theme, 500);
  assert.deepEqual(
    cells.map(({ x, y, colour }) => [...x, ...y, colour]),
    [
      [-0.5, 0.5, -1, 0, "rgb(0,0,0)"],
      [0.5, 1.5, -1, 0, "rgb(196,196,196)"],
      [0.5, 1.5, 0, 1, "rgb(68,68,68)"],
      [1.5, 2.5, 0, 1, "rgb(0,0,0)"],
    ],
  );
  assert.equal(drawing.rule, 1);
  drawing.click(1.6);
  drawing.click(-7);
  assert.deepEqual(chosen, [2, 0]);
  assert.equal(drawing.tip(2, 0.5, THEME).rows[0].text, "2.000");
});

test("the last bin is the last one, wherever above it the pointer is", () => {
  const drawing = evolution({ ...FILM, choose: () => {} });
  assert.equal(drawing.tip(0, 99, THEME).rows[0].label, "1.00 to 2.00");
  assert.equal(drawing.tip(0, -9, THEME).rows[0].label, "-2.00 to -1.00");
});

test("axes of bins begin and end at crooked numbers, and have ticks at round ones", () => {
  const { x, y } = distribution({ ...FILM, lower: -3.14, upper: 3.14 }).scene(THEME, 500);
  assert.deepEqual([x.min, x.max].map(Math.round), [-2, 2]);
  assert.deepEqual(x.ticks.map(x.format), ["-2", "-1", "0", "1", "2"]);
  assert.deepEqual(y.ticks.map(y.format), ["0", "1", "2", "3", "4"]);
});

test("where there are many frames, some steps are named", () => {
  const frames = Array.from({ length: 60 }, (_, i) => ({ ...FRAMES[0], step: 10 * i }));
  const axis = evolution({ ...FILM, frames, choose: () => {} }).scene(THEME, 800).x;
  assert.deepEqual(axis.ticks.map(axis.format), ["0", "80", "160", "240", "320", "400", "480", "560"]);
  assert.equal(evolution({ ...FILM, frames, choose: () => {} }).scene(THEME, 100).x.ticks.length, 3);
  assert.deepEqual(evolution({ ...FILM, choose: () => {} }).scene(THEME, 800).x.ticks, [0, 1, 2]);
});
