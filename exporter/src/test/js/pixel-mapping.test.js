import assert from "node:assert/strict";
import test from "node:test";
import { GRID } from "#page/chart/option.js";
import { PixelMapping } from "#page/chart/pixel-mapping.js";

const WIDTH = 400 + GRID.left + GRID.right; // 400 pixels are plotted on
const LEFT = GRID.left;

/** An axis of which every value is ten pixels. */
const CHART = {
  convertToPixel: (finder, value) => (finder.yAxisIndex === 0 ? value * 10 : Number.NaN),
  convertFromPixel: (finder, pixel) => (finder.yAxisIndex === 0 ? pixel / 10 : Number.NaN),
};

function mapping(range) {
  return new PixelMapping(range, WIDTH, CHART);
}

test("the ends of the x axis are the edges of what is plotted on", () => {
  assert.equal(mapping([1000, 3000]).pixelOfX(1000), LEFT);
  assert.equal(mapping([1000, 3000]).pixelOfX(3000), LEFT + 400);
  assert.equal(mapping([1000, 3000]).xAt(LEFT + 100), 1500);
});

test("a value comes back from its pixel, also outside the ends", () => {
  for (const x of [-20, 0, 0.37, 1, 7]) {
    assert.ok(Math.abs(mapping([0, 1]).xAt(mapping([0, 1]).pixelOfX(x)) - x) < 1e-12, `x ${x}`);
  }
});

test("a category is centred on its index", () => {
  const columns = mapping([-0.5, 3.5]); // four of 100 pixels
  assert.equal(columns.pixelOfX(0), LEFT + 50);
  assert.equal(Math.round(columns.xAt(LEFT + 99)), 0);
  assert.equal(Math.round(columns.xAt(LEFT + 101)), 1);
});

test("a pixel is held between the ends", () => {
  assert.equal(mapping([0, 1]).clamp(3), LEFT);
  assert.equal(mapping([0, 1]).clamp(LEFT + 7), LEFT + 7);
  assert.equal(mapping([0, 1]).clamp(WIDTH), LEFT + 400);
  assert.equal(mapping([5, 9]).fractionAt(LEFT + 300), 0.75);
});

test("the y axis is as ECharts drew it", () => {
  assert.equal(mapping([0, 1]).pixelOfY(2.5), 25);
  assert.equal(mapping([0, 1]).yAt(25), 2.5);
});
