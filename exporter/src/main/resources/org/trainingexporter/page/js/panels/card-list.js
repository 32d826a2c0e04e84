import { compact, dateTime, duration, number, parseNumber, percent, position } from "../base/format.js";
import { TIME_KINDS } from "../curves/hours.js";
import { isOver, isRunning } from "../state/run-states.js";

/**
 * A figure of a card.
 *
 * @typedef {object} CardFigure
 * @property {string} key as api/stats has it, or named alike
 * @property {(stats: Api.Stats) => Api.Figure | undefined} read
 * @property {(value: Api.Figure) => string} [format] three digits, if nothing else is given
 *
 * @typedef {CardFigure & {
 *   note?: (stats: Api.Stats) => string,
 *   isLive?: (stats: Api.Stats) => boolean,
 * }} MainFigure note: what stands beside it; isLive: the note says that the figure is still counting
 *
 * @typedef {CardFigure & {
 *   word: string,
 *   text?: (stats: Api.Stats) => string,
 * }} CardRow text: instead of the formatted value; a row is left out while its value is not known
 */

/**
 * The cards: a large figure each, and rows below. The figure of `signal` is flagged while it is not finite.
 * An `optional` card is left out while its figure is not known, one that looks `ahead` once the run is over, a `late`
 * one once it cannot come any more, every other one once it should have come. Of `shares` a bar stacks the seconds.
 *
 * @typedef {{
 *   id: string,
 *   title: string,
 *   signal?: string,
 *   optional?: boolean,
 *   ahead?: boolean,
 *   late?: boolean,
 *   main: MainFigure,
 *   rows: CardRow[],
 *   shares?: readonly string[],
 * }} Card
 *
 * @type {Card[]}
 */
export const CARDS = [
  {
    id: "loss",
    title: "Loss",
    signal: "loss",
    main: { key: "loss", read: (s) => s.loss },
    rows: [
      { key: "loss_smoothed", word: "rolling mean", read: (s) => s.loss_smoothed },
      { key: "auxiliary_loss", word: "auxiliary", read: (s) => s.auxiliary_loss },
      { key: "accuracy", word: "accuracy", read: (s) => s.accuracy, format: percent },
    ],
  },
  {
    id: "reward",
    title: "Reward",
    optional: true,
    main: { key: "reward", read: (s) => s.reward },
    rows: [
      { key: "reward_smoothed", word: "mean of 100", read: (s) => s.reward_smoothed },
      { key: "best_reward", word: "best", read: (s) => s.best_reward },
      { key: "episode_length", word: "episode length", read: (s) => s.episode_length },
    ],
  },
  {
    id: "learning_rate",
    title: "Learning rate",
    signal: "learning_rate",
    main: { key: "learning_rate", read: (s) => s.learning_rate },
    rows: [
      { key: "warmup", word: "warm-up", read: (s) => s.warmup_steps, text: warmupText },
      { key: "learning_rate_max", word: "maximum", read: (s) => s.learning_rate_max },
    ],
  },
  {
    id: "speed",
    title: "Speed",
    main: { key: "steps_per_second", read: (s) => s.steps_per_second, note: () => "steps/s" },
    rows: [
      { key: "steps_per_second_smoothed", word: "average", read: (s) => s.steps_per_second_smoothed },
      { key: "seconds_per_step", word: "time per step", read: secondsPerStep, format: duration },
      {
        key: "tokens_per_second",
        word: "tokens/s",
        read: (s) => s.tokens_per_second,
        format: compact,
      },
      {
        key: "samples_per_second",
        word: "samples/s",
        read: (s) => s.samples_per_second,
        format: compact,
      },
      {
        key: "model_flops_utilization",
        word: "of peak FLOPs",
        read: (s) => s.cost?.model_flops_utilization,
        format: percent,
      },
    ],
  },
  {
    id: "eta",
    title: "Time remaining",
    ahead: true,
    main: { key: "eta_seconds", read: (s) => s.eta_seconds, format: duration },
    rows: [{ key: "ends", word: "ends", read: end, format: dateTime }],
  },
  {
    id: "elapsed",
    title: "Elapsed",
    main: {
      key: "elapsed_seconds",
      read: (s) => s.elapsed_seconds,
      format: duration,
      note: (s) => (isLive(s) ? "live" : ""),
      isLive,
    },
    rows: [
      { key: "start", word: "since", read: (s) => s.start, format: dateTime },
      { key: "ended", word: "ended", read: endOf("finished", "ended"), format: dateTime },
      { key: "last_record", word: "last record", read: endOf("abandoned"), format: dateTime },
      {
        key: "record_interval_seconds",
        word: "between records",
        read: (s) => s.record_interval_seconds,
        format: duration,
      },
    ],
  },
  {
    id: "best",
    title: "Best validation",
    late: true,
    main: { key: "best_loss", read: (s) => s.best?.loss, note: () => "loss" },
    rows: [
      { key: "best_perplexity", word: "perplexity", read: (s) => s.best?.perplexity },
      { key: "best_step", word: "step", read: (s) => s.best?.step, format: position },
      { key: "best_epoch", word: "epoch", read: (s) => s.best?.epoch, format: position },
    ],
  },
  {
    id: "validation",
    title: "Latest validation",
    late: true,
    signal: "validation_loss",
    main: { key: "validation_loss", read: (s) => s.validation?.loss, note: () => "loss" },
    rows: [
      { key: "validation_perplexity", word: "perplexity", read: (s) => s.validation?.perplexity },
      { key: "validation_step", word: "step", read: (s) => s.validation?.step, format: position },
      {
        key: "validation_accuracy",
        word: "accuracy",
        read: (s) => s.validation_accuracy,
        format: percent,
      },
    ],
  },
  {
    id: "loss_forecast",
    title: "Loss at the end",
    optional: true,
    ahead: true,
    main: { key: "loss_forecast_mid", read: (s) => s.loss_forecast?.mid, note: () => "forecast" },
    rows: [
      { key: "loss_forecast_low", word: "at least", read: (s) => s.loss_forecast?.low },
      { key: "loss_forecast_high", word: "at most", read: (s) => s.loss_forecast?.high },
    ],
  },
  {
    id: "goodput",
    title: "Where the hours went",
    optional: true,
    main: { key: "goodput", read: (s) => s.hours?.goodput, format: percent, note: () => "goodput" },
    shares: TIME_KINDS,
    rows: [
      { key: "productive_seconds", word: "productive", read: (s) => s.hours?.productive_seconds, format: duration },
      { key: "evaluation_seconds", word: "evaluation", read: (s) => s.hours?.evaluation_seconds, format: duration },
      { key: "checkpoint_seconds", word: "checkpoints", read: (s) => s.hours?.checkpoint_seconds, format: duration },
      { key: "replayed_seconds", word: "replayed", read: (s) => s.hours?.replayed_seconds, format: duration },
      { key: "paused_seconds", word: "paused", read: (s) => s.hours?.paused_seconds, format: duration },
      { key: "lost_steps", word: "steps lost", read: lostSteps, format: position },
    ],
  },
  {
    id: "cost",
    title: "Cost so far",
    optional: true,
    main: { key: "cost", read: (s) => s.cost?.cost, note: (s) => s.cost.currency },
    rows: [
      {
        key: "projected_cost",
        word: "at the plan's end",
        read: (s) => (isOver(s.state) ? null : s.cost?.projected_cost),
      },
      { key: "gpus", word: "GPUs", read: (s) => s.cost?.gpus },
    ],
  },
  {
    id: "gradient_norm",
    title: "Gradient norm",
    signal: "gradient_norm",
    main: { key: "gradient_norm", read: (s) => s.gradient_norm },
    rows: [{ key: "gradient_norm_smoothed", word: "rolling mean", read: (s) => s.gradient_norm_smoothed }],
  },
];

/** What none of so many records had, the next ones will not have either. */
const RECORDS_TO_KNOW = 20;

/**
 * Whether a card has something to show, or the log may still bring it: a run that logs a loss may be validated for the
 * first time until it is over; every other figure stands in the first records or never.
 *
 * @param {Card} card
 * @param {Api.Stats} stats
 */
export function isShown({ main, rows, optional, ahead, late }, stats) {
  if (ahead && isOver(stats.state)) return false;
  if (main.read(stats) != null) return true;
  if (optional) return false;
  if (rows.some((row) => row.read(stats) != null)) return true;
  if (isOver(stats.state)) return false;
  if ((stats.counts.records.train ?? 0) < RECORDS_TO_KNOW) return true;
  return late === true && stats.loss !== null && stats.counts.validations === 0;
}

/**
 * A figure as its card shows it.
 *
 * @param {CardFigure} figure
 * @param {Api.Figure} value
 */
export function formatFigure({ format }, value) {
  return format ? format(value) : number(value);
}

/** @param {Api.Stats} stats */
function isLive(stats) {
  return isRunning(stats.state);
}

/**
 * Steps that rewinds went back; null without any.
 *
 * @param {Api.Stats} stats
 */
function lostSteps({ hours }) {
  return hours?.lost_steps ? hours.lost_steps : null;
}

/** @param {Api.Stats} stats */
function secondsPerStep(stats) {
  const speed = parseNumber(stats.steps_per_second_smoothed ?? stats.steps_per_second);
  return speed !== null && speed > 0 ? 1 / speed : null;
}

/**
 * When the training ends, in seconds since 1970.
 *
 * @param {Api.Stats} stats
 */
function end(stats) {
  const left = parseNumber(stats.eta_seconds);
  const isKnown = left !== null && left > 0 && Number.isFinite(left) && isLive(stats);
  return isKnown && stats.updated !== null ? stats.updated + left : null;
}

/**
 * When a run in one of these states wrote its newest record, in seconds since 1970.
 *
 * @param {Api.State[]} states
 * @returns {(stats: Api.Stats) => number | null}
 */
function endOf(...states) {
  return ({ state, updated }) => (states.includes(state) ? updated : null);
}

/** @param {Api.Stats} stats */
function warmupText({ warmup_steps: steps, state, step }) {
  if (steps === null) return "";
  if (state === "warmup" || (step ?? 0) < steps) return `step ${position(step)} of ${position(steps)}`;
  return `done at ${position(steps)}`;
}
