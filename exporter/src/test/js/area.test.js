import assert from "node:assert/strict";
import test from "node:test";
import { areaSeries } from "#page/chart/area.js";

const EDGES = { x: [1, 2], low: [0, 10], high: [5, 30] };
const STYLE = { colour: "blue", opacity: 0.5, outline: 1 };
/** The plotted part ends 250 pixels below the top. */
const PART = { coordSys: { y: 50, height: 200 } };

function shapes(series, pixelOfY) {
  return series.renderItem(PART, { coord: ([x, y]) => [x * 10, pixelOfY(y)] }).children;
}

test("a shape is closed along the upper edge and back along the lower one", () => {
  const series = areaSeries("band", EDGES, (x, y) => [x, y], STYLE);
  const [area, edge] = shapes(series, (y) => 100 - y);
  assert.deepEqual(area.shape.points, [
    [10, 95],
    [20, 70],
    [20, 90],
    [10, 100],
  ]);
  assert.deepEqual(area.style, { fill: "blue", opacity: 0.5 });
  assert.deepEqual(edge.shape.points, area.shape.points.slice(0, 2));
});

test("ECharts knows the ends of both edges, and draws the shape once", () => {
  const { data, encode } = areaSeries("band", EDGES, (x, y) => [x, y], STYLE);
  assert.equal(data.length, 1);
  const at = (dimensions) => dimensions.map((dimension) => data[0][dimension]);
  assert.deepEqual(
    [at(encode.x), at(encode.y)],
    [
      [1, 2],
      [0, 30, 10],
    ],
  );
});

test("what has no place on a logarithmic axis stands at its lower end", () => {
  const series = areaSeries("band", EDGES, (x, y) => [x, y > 0 ? y : "-"], STYLE);
  const [area] = shapes(series, (y) => (y === "-" ? Number.NaN : 100 - Math.log(y)));
  assert.deepEqual(area.shape.points.at(-1), [10, 250]);
});
