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
  assert.notDeepEqual(few(0).type, few(1).type);
  const many = layerStrokes(THEME, 21);
  assert.deepEqual(many(0), { color: "rgb(0,0,0)", type: "solid" });
  assert.deepEqual(many(10), { color: "rgb(64,64,64)", type: "solid" });
  assert.deepEqual(many(20), { color: "rgb(32,32,32)", type: "solid" });
  assert.deepEqual(many(5), { color: "rgb(32,32,32)", type: "solid" });
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
  assert.deepEqual(drawing.range, [-0.5, 3.5]);
  const tip = drawing.tip(1.4, 0, THEME);
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
  const [bars, outline] = distribution(FILM).option(THEME, 500).series;
  assert.deepEqual(bars.data, [0, 1, 3, 0]);
  assert.deepEqual(outline.data, [0, 4, 0, 0]);
});

test("each frame is a column, of which a cell is the share of its elements", () => {
  const chosen = [];
  const drawing = evolution({ ...FILM, choose: (index) => chosen.push(index) });
  const [{ data }] = drawing.option(THEME, 500).series;
  assert.deepEqual(data.slice(4, 8), [
    [1, 0, 0],
    [1, 1, 0.25],
    [1, 2, 0.75],
    [1, 3, 0],
  ]);
  assert.equal(drawing.rule, 1);
  drawing.click(1.6);
  drawing.click(-7);
  assert.deepEqual(chosen, [2, 0]);
  assert.equal(drawing.tip(2, 2, THEME).rows[0].text, "2.000");
});

test("the last bin is the last one, wherever above it the pointer is", () => {
  const drawing = evolution({ ...FILM, choose: () => {} });
  assert.equal(drawing.tip(0, 99, THEME).rows[0].label, "1.00 to 2.00");
  assert.equal(drawing.tip(0, -9, THEME).rows[0].label, "-2.00 to -1.00");
});

test("axes of bins have no labels at their crooked ends, but at 0", () => {
  const [, edges] = distribution({ ...FILM, lower: -3.14, upper: 3.14 }).option(THEME, 500).xAxis;
  const { formatter } = edges.axisLabel;
  assert.deepEqual([edges.min, edges.max, 1].map(formatter), ["", "", "1"]);
  const counts = distribution(FILM).option(THEME, 500).yAxis;
  assert.deepEqual([counts.max, counts.axisLabel.formatter(0), counts.axisLabel.formatter(4)], [4, "0", "4"]);
});

test("where there are many frames, some steps are named", () => {
  const frames = Array.from({ length: 60 }, (_, i) => ({ ...FRAMES[0], step: i }));
  const drawing = evolution({ ...FILM, frames, choose: () => {} });
  assert.equal(drawing.option(THEME, 800).xAxis.axisLabel.interval, 5);
  assert.equal(drawing.option(THEME, 100).xAxis.axisLabel.interval, 19);
  assert.equal(evolution({ ...FILM, choose: () => {} }).option(THEME, 800).xAxis.axisLabel.interval, 0);
});

test("the darkest cell is the largest share", () => {
  assert.equal(evolution({ ...FILM, choose: () => {} }).option(THEME, 500).visualMap.max, 1);
});
