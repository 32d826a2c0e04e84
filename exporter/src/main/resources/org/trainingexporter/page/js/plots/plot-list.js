/** @import { TimeKind } from "../curves/hours.js" */
import { duration, number, percent, position, shortTick, tick } from "../base/format.js";
import { signalOf } from "../curves/hours.js";
import { signalsIn, titleOf, titleOfAll } from "../numbers/combined.js";

/**
 * What a plot shows. Of all that is optional, what the log does not have is left out.
 *
 * @typedef {object} Plot
 * @property {string} id
 * @property {string} title
 * @property {string} signal the line
 * @property {string} unit
 * @property {string} [label] what the line is called where there are several
 * @property {string} [mean] a signal that averages it, drawn over it
 * @property {string} [meanLabel]
 * @property {number} [longestMean] of how many records the mean is at most, where it is of a tenth of all
 * @property {string} [second] one more signal of the same unit
 * @property {string} [secondLabel]
 * @property {{ signal: string, label: string }[]} [parts] several signals on one plot, each with a line of its own
 * @property {[kind: TimeKind, label: string][]} [stack] areas on top of each other instead of lines, bottom first
 * @property {boolean} [validates] whether its points are validations: the best of them has the star
 * @property {boolean} [showPoints] few points, each a measurement of its own
 * @property {boolean} [isDuration] the values are seconds
 * @property {boolean} [ahead] whether it shows what lies ahead, which tells least of a run that is over
 * @property {boolean} [removable]
 * @property {("warmup" | "maximum" | "average")[]} guides straight lines
 * @property {(value: number | null) => string} format
 * @property {(value: number, digits: number) => string} formatTick
 */

/** @type {Plot[]} */
const STANDARD = [
  plot({ id: "loss", title: "Loss", mean: "loss_smoothed", meanLabel: "rolling mean", longestMean: 50 }),
  plot({ id: "reward", title: "Reward", mean: "reward_smoothed", meanLabel: "mean of 100" }),
  plot({ id: "learning_rate", title: "Learning rate", guides: ["warmup", "maximum"] }),
  plot({
    id: "gradient_norm",
    title: "Gradient norm",
    mean: "gradient_norm_smoothed",
    meanLabel: "rolling mean",
    longestMean: 100,
  }),
  plot({
    id: "steps_per_second",
    title: "Speed",
    unit: "steps/s",
    mean: "steps_per_second_smoothed",
    meanLabel: "over 100 records",
    guides: ["average"],
  }),
  plot({
    id: "eta_seconds",
    title: "Time remaining",
    ahead: true,
    format: duration,
    formatTick: shortDuration,
    isDuration: true,
  }),
  plot({ id: "validation_loss", title: "Validation loss", validates: true, showPoints: true }),
  plot({ id: "validation_perplexity", title: "Validation perplexity", validates: true, showPoints: true }),
  plot({
    id: "accuracy",
    title: "Accuracy",
    label: "training",
    second: "validation_accuracy",
    secondLabel: "validation",
    format: percent,
    formatTick: (value) => `${tick(value * 100)} %`,
  }),
  plot({ id: "episode_length", title: "Episode length" }),
  plot({ id: "auxiliary_loss", title: "Auxiliary loss" }),
  plot({ id: "tokens_per_second", title: "Tokens per second", unit: "tokens/s" }),
  plot({
    id: "hours",
    title: "Where the hours went",
    signal: signalOf("productive"),
    stack: [
      ["productive", "productive"],
      ["replayed", "replayed"],
      ["evaluation", "evaluation"],
      ["checkpoint", "checkpoints"],
      ["paused", "paused"],
    ],
    format: duration,
    formatTick: shortDuration,
    isDuration: true,
  }),
];

const IN_STANDARD = new Set(
  STANDARD.flatMap(({ signal, mean, second, stack = [] }) => [
    signal,
    mean,
    second,
    ...stack.map(([kind]) => signalOf(kind)),
  ]),
);

/**
 * @param {Partial<Plot> & { id: string, title: string }} own what differs from a plain plot of the signal
 * @returns {Plot}
 */
function plot(own) {
  return { signal: own.id, unit: "", format: exact, formatTick: shortTick, guides: [], ...own };
}

/**
 * Whoever points at a value wants more digits than the cards have.
 *
 * @param {number | null} value
 */
function exact(value) {
  return number(value, 5);
}

/**
 * A duration where there is little room: 1h 30m.
 *
 * @param {number} seconds
 */
function shortDuration(seconds) {
  return duration(seconds).replace("min", "m").replaceAll(/(\d) /g, "$1");
}

/**
 * The plots that these signals fill, and after them the ones that were added. Once all is over, what lay ahead comes last
 * of the first.
 *
 * @param {Api.Signal[]} signals
 * @param {string[]} added
 * @param {boolean} [isOver]
 */
export function plotsOf(signals, added, isOver = false) {
  const known = new Map(signals.map((one) => [one.signal, one]));
  const standard = STANDARD.filter((one) => known.has(one.signal) || known.has(one.second ?? ""));
  const others = added.map((id) =>
    plotOf(
      id,
      signalsIn(id, (signal) => known.has(signal) && !IN_STANDARD.has(signal)),
      known,
    ),
  );
  if (isOver) standard.sort((a, b) => Number(a.ahead ?? false) - Number(b.ahead ?? false));
  return [...standard, ...others.filter((one) => one !== null)];
}

/**
 * The signals that are in no standard plot.
 *
 * @param {Api.Signal[]} signals
 */
export function otherSignals(signals) {
  return signals.map((one) => one.signal).filter((signal) => !IN_STANDARD.has(signal));
}

/**
 * @param {string} id
 * @param {string[]} signals
 * @param {Map<string, Api.Signal>} known
 * @returns {Plot | null} null without a signal
 */
function plotOf(id, signals, known) {
  const [signal] = signals;
  if (signal === undefined) return null;
  const format = id === "epoch" ? position : exact;
  const own = { id, signal, unit: known.get(signal)?.unit ?? "", format, removable: true };
  if (signals.length === 1) return plot({ ...own, title: titleOf(signal) });
  const parts = signals.map((one) => ({ signal: one, label: titleOf(one) }));
  return plot({ ...own, unit: "", title: titleOfAll(signals), parts });
}
