import assert from "node:assert/strict";
import test from "node:test";
import { DEFAULTS, formatLink, formatView, parseView } from "#page/state/url.js";

test("the plain address has the defaults, and the defaults the plain address", () => {
  assert.deepEqual(parseView(""), DEFAULTS);
  assert.equal(formatView(DEFAULTS), "");
});

test("what the viewer chose comes back from the address", () => {
  const view = {
    runs: ["a/b", "c d&e"],
    hidden: ["a/b"],
    x: "relative",
    from: 0.5,
    to: 12,
    smooth: 0.6,
    clip: true,
    group: "optim.lr",
    log: ["loss", "gradient_norm"],
    plots: ["value:é=1"],
    full: "loss",
    events: ["error"],
    find: "<b> x",
    layer: "fc1",
    tensor: "gradient",
    refresh: "30",
  };
  assert.deepEqual(Object.keys(view), Object.keys(DEFAULTS), "every choice is tried");
  assert.deepEqual(parseView(formatView(view)), view);
});

test("only what differs from the default is written", () => {
  assert.equal(formatView({ ...DEFAULTS, runs: ["a"], smooth: 0.25 }), "?run=a&smooth=0.25");
});

test("a run that is named twice is there once", () => {
  assert.deepEqual(parseView("?run=a&run=b&run=a").runs, ["a", "b"]);
});

test("what cannot be read is as by default", () => {
  const view = parseView("?x=sideways&from=abc&to=&tensor=bias&refresh=7&smooth=x&unknown=1");
  assert.deepEqual(view, DEFAULTS);
});

test("smoothing stays below 1, and a part that ends before it begins is none", () => {
  assert.equal(parseView("?smooth=5").smooth, 0.99);
  assert.equal(parseView("?smooth=-1").smooth, 0);
  assert.deepEqual([parseView("?from=9&to=3").from, parseView("?from=9&to=3").to], [null, null]);
  assert.equal(parseView("?from=9").from, 9);
});

test("where the address says nothing, what the browser keeps holds", () => {
  const tastes = { x: "time", smooth: 0.6, refresh: "30" };
  const view = parseView("?smooth=0.2", tastes);
  assert.deepEqual([view.x, view.smooth, view.refresh], ["time", 0.2, "30"]);
  assert.equal(parseView("", { x: "sideways", smooth: "much" }).x, "step");
});

test("a default that differs from what the browser keeps stands in the address", () => {
  assert.equal(formatView({ ...DEFAULTS, smooth: 0 }, { smooth: 0.6 }), "?smooth=0");
  assert.equal(formatView({ ...DEFAULTS, smooth: 0.6 }, { smooth: 0.6 }), "?smooth=0.6", "somebody else may open it");
});

test("a link for somebody else says what is seen, whatever their browser keeps", () => {
  const link = formatLink({ ...DEFAULTS, runs: ["a", "b"], from: 5 });
  assert.equal(link, "?run=a&run=b&from=5&x=step&smooth=0");
  const view = parseView(link, { x: "time", smooth: 0.9 });
  assert.deepEqual([view.x, view.smooth, view.runs, view.from], ["step", 0, ["a", "b"], 5]);
});
