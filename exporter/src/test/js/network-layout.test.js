import assert from "node:assert/strict";
import test from "node:test";
import { networkLayout, SIZE } from "#page/layers/network-layout.js";

const COLUMN = SIZE.width + SIZE.gapX;
const WIDE = 20 * COLUMN;

function graph(names, edges) {
  return {
    nodes: [...names].map((id) => ({ id })),
    edges: edges.map(([source, target]) => ({ source, target })),
  };
}

function columns({ places }) {
  return Object.fromEntries([...places].map(([id, { column }]) => [id, column]));
}

test("a layer stands right of all that it reads", () => {
  const layout = networkLayout(graph("abcd", ["ab", "bc", "ac", "cd", "ad"]), WIDE);
  assert.deepEqual(columns(layout), { a: 0, b: 1, c: 2, d: 3 });
  assert.equal(layout.places.get("d").x, 3 * COLUMN);
});

test("layers that read the same stand below each other, around the middle", () => {
  const { places } = networkLayout(graph("abcd", ["ab", "ac", "bd", "cd"]), WIDE);
  assert.equal(places.get("b").x, places.get("c").x);
  assert.equal(places.get("c").y - places.get("b").y, SIZE.height + SIZE.gapY);
  assert.equal(places.get("a").y, (places.get("b").y + places.get("c").y) / 2);
});

test("a model that names no inputs is a row in the order of its layers", () => {
  const layout = networkLayout(graph("cab", []), WIDE);
  assert.deepEqual(columns(layout), { c: 0, a: 1, b: 2 });
  assert.deepEqual(layout.paths, []);
});

test("a row that is too long wraps", () => {
  const layout = networkLayout(graph("abcde", ["ab", "bc", "cd", "de"]), 2 * COLUMN);
  const rows = Object.fromEntries([...layout.places].map(([id, { row }]) => [id, row]));
  assert.deepEqual(rows, { a: 0, b: 0, c: 1, d: 1, e: 2 });
  assert.equal(layout.places.get("c").x, 0);
  assert.ok(layout.places.get("c").y > layout.places.get("a").y + SIZE.height);
  assert.equal(layout.across, 2 * COLUMN - SIZE.gapX);
});

test("it is never narrower than one box, and high enough for every box", () => {
  const { places, height } = networkLayout(graph("abc", ["ab", "ac"]), 10);
  assert.deepEqual(
    [...places.values()].map(({ x }) => x),
    [0, 0, 0],
  );
  for (const { y } of places.values()) assert.ok(y >= 0 && y + SIZE.height <= height);
});

test("what stands in a circle comes last, so that none is lost", () => {
  const layout = networkLayout(graph("abc", ["ab", "bc", "cb"]), WIDE);
  assert.deepEqual(columns(layout), { a: 0, b: 1, c: 1 });
  assert.equal(layout.paths.length, 3);
});

test("an edge to a node that is not there is left out", () => {
  const layout = networkLayout(graph("ab", ["ab", "xa", "by"]), WIDE);
  assert.deepEqual(columns(layout), { a: 0, b: 1 });
  assert.equal(layout.paths.length, 1);
});

test("lines lead from box to box, and those past a box are marked", () => {
  const { places, paths } = networkLayout(graph("abc", ["ab", "bc", "ac"]), WIDE);
  assert.deepEqual(
    paths.map(({ skips }) => skips),
    [false, false, true],
  );
  const middle = SIZE.height / 2;
  const [a, b] = [places.get("a"), places.get("b")];
  assert.ok(paths[0].d.startsWith(`M${a.x + SIZE.width} ${a.y + middle}C`), paths[0].d);
  assert.ok(paths[0].d.endsWith(` ${b.x} ${b.y + middle}`), paths[0].d);
});

test("a line past boxes runs above them", () => {
  const { places, paths } = networkLayout(graph("abc", ["ab", "bc", "ac"]), WIDE);
  const [, over, from, to] = /C\S+ (\S+) .* (\S+)H(\S+)C/.exec(paths[2].d).map(Number);
  const { y } = places.get("b");
  assert.ok(over < y && over > y - SIZE.rowGap / 2, `${over} above ${y}`);
  assert.equal(from, over);
  assert.ok(to > places.get("b").x + SIZE.width, "it comes down behind the box");
});

test("a line to the next row runs between the rows", () => {
  const { places, paths } = networkLayout(graph("abc", ["ab", "bc"]), 2 * COLUMN);
  const gap = Number(/Q\S+ (\S+) /.exec(paths[1].d)[1]);
  assert.ok(gap > places.get("b").y + SIZE.height, `${gap} below b`);
  assert.ok(gap < places.get("c").y, `${gap} above c`);
  assert.ok(paths[1].d.startsWith(`M${places.get("b").x + SIZE.width * 0.8} ${places.get("b").y + SIZE.height}V`));
  assert.ok(paths[1].d.endsWith(`V${places.get("c").y}`));
});

test("a row is as high as its highest column, and rows do not touch", () => {
  const { places } = networkLayout(graph("abcd", ["ab", "ac", "bd", "cd"]), 2 * COLUMN);
  const bottom = places.get("c").y + SIZE.height;
  assert.equal(places.get("d").y, bottom + SIZE.rowGap);
});

test("lines past boxes that run side by side are apart", () => {
  const { paths } = networkLayout(graph("abcd", ["ac", "ad", "ab", "bc", "cd", "bd"]), WIDE);
  const over = paths.filter(({ skips }) => skips);
  const heights = over.map(({ d }) => /C\S+ (\S+)/.exec(d)[1]);
  assert.equal(over.length, 3);
  assert.equal(new Set(heights).size, heights.length, heights.join(", "));
});
