import assert from "node:assert/strict";
import test from "node:test";
import { GRID, PixelMapping } from "#page/chart/pixel-mapping.js";

const WIDTH = 400 + GRID.left + GRID.right; // 400 pixels are plotted on
const LEFT = GRID.left;

const HEIGHT = 100 + GRID.top + GRID.bottom; // and 100

function mapping([min, max], y = { min: 0, max: 10 }) {
  return new PixelMapping({ x: { min, max }, y }, WIDTH, HEIGHT);
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

test("the y axis goes up, also where it is logarithmic", () => {
  assert.equal(mapping([0, 1]).pixelOfY(0), GRID.top + 100);
  assert.equal(mapping([0, 1]).pixelOfY(2.5), GRID.top + 75);
  assert.equal(mapping([0, 1]).yAt(GRID.top + 75), 2.5);
  const log = mapping([0, 1], { min: 1, max: 10_000, isLog: true });
  assert.equal(log.pixelOfY(100), GRID.top + 50);
  assert.ok(Math.abs(log.yAt(GRID.top + 50) - 100) < 1e-9);
});

test("what has no place on a y axis stands at its lower end", () => {
  const log = mapping([0, 1], { min: 1, max: 100, isLog: true });
  assert.deepEqual([log.pixelOfY(0), log.pixelOfY(-3), log.pixelOfY(null)], Array(3).fill(GRID.top + 100));
  assert.equal(mapping([0, 1], { min: -5, max: 5 }).pixelOfY(null), GRID.top + 100);
});

test("what is cut off has no place between the ends of the y axis", () => {
  const at = mapping([0, 1], { min: 2, max: 4 });
  assert.deepEqual(
    [1.9, 2, 3, 4, 4.1].map((y) => at.hasY(y)),
    [false, true, true, true, false],
  );
});
