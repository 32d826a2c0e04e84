/**
 * Where the loss will be at the plan's end: dashed lines from its newest point.
 *
 * @import { Theme } from "../chart/theme.js"
 * @import { Curve } from "../curves/curve.js"
 * @import { Line } from "../curves/lines.js"
 * @import { Axis } from "../state/url.js"
 * @import { Plot } from "./plot-list.js"
 *
 * @typedef {object} Forecast
 * @property {[x: number, y: number]} from the newest point
 * @property {number} x the plan's end, in the units of the x axis
 * @property {{ low: number, mid: number, high: number }} loss
 */
import { parseNumber } from "../base/format.js";
import { strokeOf } from "../chart/theme.js";

/** How the middle and the ends of the band are drawn. */
const STYLES = {
  mid: { type: [6, 5], width: 1.8, opacity: 0.95 },
  low: { type: [2, 4], width: 1.2, opacity: 0.7 },
  high: { type: [2, 4], width: 1.2, opacity: 0.7 },
};

/**
 * The forecast of the first run, in the plot of the loss that it is of: the validation's where there is one.
 *
 * @param {Plot} plot
 * @param {Line[]} lines
 * @param {Curve | undefined} curve
 * @param {Api.Stats | undefined} stats
 * @param {Axis} axis
 * @returns {Forecast | null}
 */
export function forecastOf(plot, lines, curve, stats, axis) {
  if (!curve || !stats) return null;
  const isValidated = curve.signals.some(({ signal }) => signal === "validation_loss");
  if (plot.id !== (isValidated ? "validation_loss" : "loss")) return null;
  const own = lines.filter((line) => line.run === stats.run && line.kind !== "second");
  const line = own.find((one) => one.smoothed && one.kind === "mean") ?? own[0];
  const i = line?.y.findLastIndex((y) => y !== null && Number.isFinite(y)) ?? -1;
  const x = planEnd(curve, stats, axis);
  const { low, mid, high } = stats.loss_forecast ?? {};
  const loss = { low: parseNumber(low ?? null), mid: parseNumber(mid ?? null), high: parseNumber(high ?? null) };
  const y = line?.y[i] ?? null;
  if (y === null || x === null || x <= line.x[i] || !isKnown(loss)) return null;
  return { from: [line.x[i], y], x, loss };
}

/**
 * @param {Forecast} forecast
 * @param {(x: number, y: number | null) => unknown} pointOf
 * @param {Theme} theme
 */
export function forecastSeries({ from, x, loss }, pointOf, theme) {
  const { color } = strokeOf(theme, 0);
  return /** @type {const} */ (["low", "mid", "high"]).map((bound) => ({
    type: "line",
    name: `forecast_${bound}`,
    data: [pointOf(...from), pointOf(x, loss[bound])],
    silent: true,
    showSymbol: false,
    z: 1,
    lineStyle: { color, ...STYLES[bound] },
  }));
}

/**
 * @param {Curve} curve
 * @param {Api.Stats} stats
 * @param {Axis} axis
 */
function planEnd(curve, stats, axis) {
  if (axis === "step") return curve.axis === "epoch" ? stats.planned_epochs : stats.planned_steps;
  const left = parseNumber(stats.eta_seconds);
  if (stats.updated === null || left === null || !Number.isFinite(left)) return null;
  const end = stats.updated + left;
  if (axis === "time") return end;
  return curve.start === null ? null : end - curve.start;
}

/**
 * @param {{ low: number | null, mid: number | null, high: number | null }} loss
 * @returns {loss is Forecast["loss"]}
 */
function isKnown(loss) {
  return Object.values(loss).every((value) => value !== null && Number.isFinite(value));
}
