/**
 * Where the loss will be at the plan's end: a dashed line from its newest point, in a band.
 *
 * @import { Band, ChartLine } from "../chart/scene.js"
 * @import { Theme } from "../chart/theme.js"
 * @import { Curve } from "../curves/curve.js"
 * @import { Line } from "../curves/lines.js"
 * @import { Axis } from "../state/url.js"
 * @import { Plot } from "./plot-list.js"
 *
 * @typedef {object} Forecast
 * @property {[x: number, y: number]} from the newest point
 * @property {number} x the plan's end, in the units of the x axis
 * @property {number | null} step the plan's end, as a position
 * @property {number | null} time the plan's end, in seconds since 1970
 * @property {{ low: number, mid: number, high: number }} loss
 * @property {string} run
 * @property {string} signal which loss it is
 * @property {number} attempt
 */
import { parseNumber } from "../base/format.js";
import { strokeOf } from "../chart/theme.js";
import { isOver } from "../state/run-states.js";

/** The bounds of the band and its middle, top first, with what they are called. */
export const BOUNDS = /** @type {const} */ ([
  ["high", "at most"],
  ["mid", "forecast"],
  ["low", "at least"],
]);

/** How opaque the band is. */
const BAND = 0.22;

/**
 * The forecast of the first run, in the plot of the loss that it is of: the validation's where there is one. A run that
 * is over has none.
 *
 * @param {Plot} plot
 * @param {Line[]} lines
 * @param {Curve | undefined} curve
 * @param {Api.Stats | undefined} stats
 * @param {Axis} axis
 * @returns {Forecast | null}
 */
export function forecastOf(plot, lines, curve, stats, axis) {
  if (!curve || !stats || isOver(stats.state)) return null;
  const isValidated = curve.signals.some(({ signal }) => signal === "validation_loss");
  if (plot.id !== (isValidated ? "validation_loss" : "loss")) return null;
  const own = lines.filter((line) => line.run === stats.run && line.kind !== "second");
  const line = own.find((one) => one.smoothed && one.kind === "mean") ?? own[0];
  const i = line?.y.findLastIndex((y) => y !== null && Number.isFinite(y)) ?? -1;
  const { low, mid, high } = stats.loss_forecast ?? {};
  const loss = { low: parseNumber(low ?? null), mid: parseNumber(mid ?? null), high: parseNumber(high ?? null) };
  const y = line?.y[i] ?? null;
  const step = curve.axis === "epoch" ? stats.planned_epochs : stats.planned_steps;
  const time = endTime(stats);
  const x = { step, time, relative: since(curve.start, time), epoch: null, tokens: null }[axis];
  if (y === null || x === null || x <= line.x[i] || !isKnown(loss)) return null;
  return { from: [line.x[i], y], x, step, time, loss, run: line.run, signal: plot.signal, attempt: line.attempt[i] };
}

/**
 * The dashed line, and the band under it.
 *
 * @param {Forecast} forecast
 * @param {Theme} theme
 * @returns {{ band: Band, line: ChartLine }}
 */
export function forecastShapes({ from: [start, y], x: end, loss }, theme) {
  const { color: colour } = strokeOf(theme, 0);
  const x = [start, end];
  return {
    band: { name: "forecast_band", x, low: [y, loss.low], high: [y, loss.high], colour, opacity: BAND },
    line: { name: "forecast_mid", x, y: [y, loss.mid], colour, dash: [6, 5], width: 1.8, opacity: 0.95 },
  };
}

/** @param {Api.Stats} stats */
function endTime(stats) {
  const left = parseNumber(stats.eta_seconds);
  return stats.updated === null || left === null || !Number.isFinite(left) ? null : stats.updated + left;
}

/**
 * @param {number | null} start
 * @param {number | null} time
 */
function since(start, time) {
  return start === null || time === null ? null : time - start;
}

/**
 * @param {{ low: number | null, mid: number | null, high: number | null }} loss
 * @returns {loss is Forecast["loss"]}
 */
function isKnown(loss) {
  return Object.values(loss).every((value) => value !== null && Number.isFinite(value));
}
