import assert from "node:assert/strict";
import test from "node:test";
import { forecastOf, forecastShapes } from "#page/plots/forecast.js";
import { THEME } from "./fakes.js";

const LINE = { run: "a", kind: "raw", x: [1, 2, 3], y: [4, 3, null], attempt: [0, 0, 0] };
const STATS = {
  run: "a",
  planned_steps: 10,
  planned_epochs: 2,
  updated: 1000,
  eta_seconds: 60,
  loss_forecast: { low: 1, mid: 1.5, high: 2 },
};

function curve(more = {}, ...signals) {
  return { axis: "step", start: 900, signals: signals.map((signal) => ({ signal })), ...more };
}

function forecast({ id = "loss", stats = {}, axis = "step", of = curve({}, "loss") } = {}) {
  return forecastOf({ id }, [LINE], of, { ...STATS, ...stats }, axis);
}

test("a forecast leads from the newest finite point to the plan's end, on each axis", () => {
  const { loss, from, x, step, time } = forecast();
  assert.deepEqual(
    { loss, from, x, step, time },
    { loss: STATS.loss_forecast, from: [2, 3], x: 10, step: 10, time: 1060 },
  );
  assert.equal(forecast({ axis: "time" }).x, 1060);
  assert.equal(forecast({ axis: "relative" }).x, 160);
  assert.equal(forecast({ of: curve({ axis: "epoch" }), stats: { planned_epochs: 5 } }).x, 5);
});

test("it stands in the plot of the loss that it is of", () => {
  const of = curve({}, "loss", "validation_loss");
  assert.equal(forecast({ of }), null);
  assert.notEqual(forecast({ of, id: "validation_loss" }), null);
  assert.equal(forecast({ id: "learning_rate" }), null);
});

test("a run that is over has none", () => {
  for (const state of ["finished", "ended", "abandoned"]) assert.equal(forecast({ stats: { state } }), null);
  assert.notEqual(forecast({ stats: { state: "stalled" } }), null);
});

test("without a forecast, a plan or anything left of it there is none", () => {
  assert.equal(forecast({ stats: { loss_forecast: { low: null, mid: null, high: null } } }), null);
  assert.equal(forecast({ stats: { planned_steps: null } }), null);
  assert.equal(forecast({ stats: { planned_steps: 2 } }), null);
  assert.equal(forecast({ axis: "time", stats: { eta_seconds: null } }), null);
});

test("the middle is a dashed line, and the band a shape from its beginning to both bounds", () => {
  const { band, line } = forecastShapes(forecast(), THEME);
  assert.deepEqual([line.name, line.x, line.y], ["forecast_mid", [2, 10], [3, 1.5]]);
  assert.ok(line.dash.length > 0);
  assert.deepEqual(
    [band.x, band.low, band.high],
    [
      [2, 10],
      [3, 1],
      [3, 2],
    ],
  );
  assert.ok(band.opacity < 0.3, "the grid is seen through it");
});
