import { duration, number, percent, position, tick } from "../base/format.js";

/**
 * The plots, in their order. signal: the line; mean: a line that calms it; second: one more of the same
 * unit; marks: checkpoints and best on the line; guides: straight lines; dots: few points, each shown.
 */
const STANDARD = [
  { id: "loss", title: "Loss", mean: "loss_smoothed", meanWord: "mean of 50", marks: true },
  { id: "learning_rate", title: "Learning rate", guides: ["warmup", "maximum"] },
  { id: "gradient_norm", title: "Gradient norm", mean: "gradient_norm_smoothed", meanWord: "mean of 100" },
  {
    id: "steps_per_second",
    title: "Speed",
    unit: "steps/s",
    mean: "steps_per_second_smoothed",
    meanWord: "mean of 100",
    guides: ["average"],
  },
  { id: "eta_seconds", title: "Time remaining", show: duration, ticks: tight, time: true },
  { id: "validation_loss", title: "Validation loss", marks: true, dots: true },
  { id: "validation_perplexity", title: "Validation perplexity", dots: true },
  {
    id: "accuracy",
    title: "Accuracy",
    word: "training",
    second: "validation_accuracy",
    secondWord: "validation",
    show: percent,
    ticks: (value) => `${tick(value * 100)} %`,
  },
  { id: "auxiliary_loss", title: "Auxiliary loss" },
  { id: "tokens_per_second", title: "Tokens per second", unit: "tokens/s" },
].map((plot) => ({ signal: plot.id, unit: "", show: exact, ticks: plot.show ?? tick, guides: [], ...plot }));

const IN_PLOTS = new Set(STANDARD.flatMap(({ signal, mean, second }) => [signal, mean, second]));

/** Whoever points at a value wants to know it better than the cards tell it. */
function exact(value) {
  return number(value, 5);
}

/** A duration where there is little room: 1h 30m. */
function tight(seconds) {
  return duration(seconds).replace("min", "m").replaceAll(/(\d) /g, "$1");
}

/** The plots that these signals fill, and after them the ones asked for. */
export function plotsOf(signals, wanted) {
  const known = new Map(signals.map((one) => [one.signal, one]));
  const standard = STANDARD.filter((plot) => known.has(plot.signal) || known.has(plot.second));
  const others = wanted.filter((signal) => known.has(signal) && !IN_PLOTS.has(signal));
  return [...standard, ...others.map((signal) => onDemand(known.get(signal)))];
}

/** The signals that have no plot of their own yet. */
export function onDemandOf(signals) {
  return signals.map((one) => one.signal).filter((signal) => !IN_PLOTS.has(signal));
}

export function titleOf(signal) {
  return signal.replace(/^value:/, "");
}

function onDemand({ signal, unit }) {
  const show = signal === "epoch" ? position : exact;
  return {
    id: signal,
    signal,
    title: titleOf(signal),
    unit: unit ?? "",
    show,
    ticks: tick,
    guides: [],
    removable: true,
  };
}
