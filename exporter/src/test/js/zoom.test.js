import assert from "node:assert/strict";
import test from "node:test";
import { Zoom } from "#page/plots/zoom.js";
import { fakeView } from "./fakes.js";

/** Data from 0 to 1000, of which the view's part is shown. */
function zoomOf(state = {}, whole = [0, 1000]) {
  const view = fakeView(state);
  const shown = () => [view.get("from") ?? whole[0], view.get("to") ?? whole[1]];
  return { view, zoom: new Zoom(view, { whole: () => whole, shown }) };
}

function part(view) {
  return [view.get("from"), view.get("to")];
}

test("a part within the data is shown as it is", () => {
  const { view, zoom } = zoomOf();
  zoom.show(250, 750);
  assert.deepEqual(part(view), [250, 750]);
  assert.equal(zoom.zoomed, true);
});

test("an end at the data's end is left open, so that new points keep coming in", () => {
  const { view, zoom } = zoomOf();
  zoom.show(250, 1000);
  assert.deepEqual(part(view), [250, null]);
  zoom.show(-50, 400);
  assert.deepEqual(part(view), [null, 400]);
  zoom.show(-1, 2000);
  assert.equal(zoom.zoomed, false);
});

test("ends are rounded to what can be seen", () => {
  const { view, zoom } = zoomOf();
  zoom.show(123.45678, 456.789);
  assert.deepEqual(part(view), [123, 457]);
  zoom.show(1.23456789, 1.3456789);
  assert.deepEqual(part(view), [1.235, 1.346]);
});

test("a part is never empty", () => {
  const { view, zoom } = zoomOf();
  zoom.show(500, 500);
  const [from, to] = part(view);
  assert.ok(to > from, `${from} to ${to}`);
});

test("zooming keeps its place where it is", () => {
  const { view, zoom } = zoomOf();
  zoom.scale(0.5, 200);
  assert.deepEqual(part(view), [100, 600]);
  zoom.scale(0.5);
  assert.deepEqual(part(view), [225, 475]);
  zoom.scale(2, 225);
  assert.deepEqual(part(view), [225, 725]);
});

test("panning stays within the data", () => {
  const { view, zoom } = zoomOf({ from: 600, to: 800 });
  zoom.pan(0.5);
  assert.deepEqual(part(view), [700, 900]);
  zoom.pan(5);
  assert.deepEqual(part(view), [800, null]);
  zoom.pan(-100);
  assert.deepEqual(part(view), [null, 200]);
});

test("a part is moved by a distance from where it was", () => {
  const { view, zoom } = zoomOf({ from: 600, to: 800 });
  zoom.move([600, 800], -100);
  zoom.move([600, 800], -150);
  assert.deepEqual(part(view), [450, 650]);
});

test("after a reset all is shown", () => {
  const { view, zoom } = zoomOf({ from: 600, to: 800 });
  zoom.reset();
  assert.deepEqual(part(view), [null, null]);
});
