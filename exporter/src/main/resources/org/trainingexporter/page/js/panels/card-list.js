import { compact, dateTime, duration, percent, position } from "../base/format.js";
import { isRunning } from "../state/words.js";

/**
 * What the cards show, each figure by its key of api/stats. main: the large figure, with a note beside
 * it; rows: those below; signal: which one's being no number is flagged. An optional row is left out
 * while unknown.
 */
export const CARDS = [
  {
    id: "loss",
    title: "Loss",
    signal: "loss",
    main: { key: "loss", of: (s) => s.loss },
    rows: [
      { key: "loss_smoothed", word: "mean of 50", of: (s) => s.loss_smoothed },
      { key: "auxiliary_loss", word: "auxiliary", of: (s) => s.auxiliary_loss, optional: true },
      { key: "accuracy", word: "accuracy", of: (s) => s.accuracy, as: percent, optional: true },
    ],
  },
  {
    id: "learning_rate",
    title: "Learning rate",
    signal: "learning_rate",
    main: { key: "learning_rate", of: (s) => s.learning_rate },
    rows: [
      { key: "warmup", word: "warm-up", of: (s) => s.warmup_steps, text: warmup },
      { key: "learning_rate_max", word: "maximum", of: (s) => s.learning_rate_max },
    ],
  },
  {
    id: "speed",
    title: "Speed",
    main: { key: "steps_per_second", of: (s) => s.steps_per_second, note: () => "steps/s" },
    rows: [
      { key: "steps_per_second_smoothed", word: "average", of: (s) => s.steps_per_second_smoothed },
      { key: "seconds_per_step", word: "a step takes", of: perStep, as: duration },
      { key: "tokens_per_second", word: "tokens/s", of: (s) => s.tokens_per_second, as: compact, optional: true },
      { key: "samples_per_second", word: "samples/s", of: (s) => s.samples_per_second, as: compact, optional: true },
    ],
  },
  {
    id: "eta",
    title: "Time remaining",
    main: { key: "eta_seconds", of: (s) => s.eta_seconds, as: duration },
    rows: [{ key: "ends", word: "ends", of: ends, as: dateTime }],
  },
  {
    id: "elapsed",
    title: "Elapsed",
    main: {
      key: "elapsed_seconds",
      of: (s) => s.elapsed_seconds,
      as: duration,
      note: (s) => (live(s) ? "live" : ""),
      live,
    },
    rows: [
      { key: "start", word: "since", of: (s) => s.start, as: dateTime },
      { key: "record_interval_seconds", word: "a record each", of: (s) => s.record_interval_seconds, as: duration },
    ],
  },
  {
    id: "best",
    title: "Best validation",
    main: { key: "best_loss", of: (s) => s.best?.loss, note: () => "loss" },
    rows: [
      { key: "best_perplexity", word: "perplexity", of: (s) => s.best?.perplexity },
      { key: "best_step", word: "step", of: (s) => s.best?.step, as: position, optional: true },
      { key: "best_epoch", word: "epoch", of: (s) => s.best?.epoch, as: position, optional: true },
    ],
  },
  {
    id: "validation",
    title: "Latest validation",
    signal: "validation_loss",
    main: { key: "validation_loss", of: (s) => s.validation?.loss, note: () => "loss" },
    rows: [
      { key: "validation_perplexity", word: "perplexity", of: (s) => s.validation?.perplexity },
      { key: "validation_step", word: "step", of: (s) => s.validation?.step, as: position, optional: true },
      {
        key: "validation_accuracy",
        word: "accuracy",
        of: (s) => s.validation_accuracy ?? null,
        as: percent,
        optional: true,
      },
    ],
  },
  {
    id: "gradient_norm",
    title: "Gradient norm",
    signal: "gradient_norm",
    main: { key: "gradient_norm", of: (s) => s.gradient_norm },
    rows: [{ key: "gradient_norm_smoothed", word: "mean of 100", of: (s) => s.gradient_norm_smoothed }],
  },
];

function live(stats) {
  return isRunning(stats.state);
}

function perStep(stats) {
  const speed = stats.steps_per_second_smoothed ?? stats.steps_per_second;
  return speed > 0 ? 1 / speed : null;
}

function ends(stats) {
  return stats.eta_seconds > 0 && Number.isFinite(stats.eta_seconds) && live(stats)
    ? stats.updated + stats.eta_seconds
    : null;
}

function warmup(stats) {
  const steps = stats.warmup_steps;
  if (steps === null) return "not known";
  if (stats.state === "warmup" || stats.step < steps) return `step ${position(stats.step)} of ${position(steps)}`;
  return `done at ${position(steps)}`;
}
