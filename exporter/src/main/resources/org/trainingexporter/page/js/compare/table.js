/**
 * What a comparison of runs has: figures, then settings.
 *
 * @typedef {object} Row
 * @property {string} key
 * @property {string} word
 * @property {string[]} texts one for each run
 * @property {boolean} differs whether the runs do not all have the same
 * @property {number[]} best which runs have the best figure
 * @property {boolean} [isSetting]
 */
import { dateTime, duration, number, parseNumber, percent, position } from "../base/format.js";
import { settingNames } from "../runs/columns.js";
import { stateWords } from "../state/run-states.js";

/**
 * @typedef {{ key: string, word: string, read: (run: Api.Run) => Api.Figure | undefined, format: (value: any) => string, better?: "low" | "high" }} Compared
 * @type {Compared[]}
 */
const FIGURES = [
  { key: "progress", word: "Progress", read: (run) => run.progress, format: percent },
  { key: "step", word: "Step", read: (run) => run.step, format: position },
  { key: "epoch", word: "Epoch", read: (run) => run.epoch, format: position },
  { key: "loss", word: "Newest loss", read: (run) => run.loss, format: number, better: "low" },
  {
    key: "validation",
    word: "Newest validation loss",
    read: (run) => run.validation_loss,
    format: number,
    better: "low",
  },
  { key: "best", word: "Best validation loss", read: (run) => run.best_validation_loss, format: number, better: "low" },
  { key: "reward", word: "Newest reward", read: (run) => run.reward, format: number, better: "high" },
  { key: "best_reward", word: "Best reward", read: (run) => run.best_reward, format: number, better: "high" },
  { key: "speed", word: "Steps/s", read: (run) => run.steps_per_second, format: number, better: "high" },
  { key: "duration", word: "Duration", read: durationOf, format: duration },
  { key: "goodput", word: "Goodput", read: (run) => run.goodput, format: percent, better: "high" },
  { key: "cost", word: "Cost", read: (run) => run.cost, format: number, better: "low" },
  { key: "start", word: "Started", read: (run) => run.start, format: dateTime },
];

/** @param {Api.Run} run */
function durationOf({ start, updated }) {
  return start === null || updated === null ? null : updated - start;
}

/**
 * @param {Api.Run[]} runs
 * @returns {Row[]}
 */
export function rowsOf(runs) {
  const states = runs.map((run) => stateWords(run).word);
  return [
    { key: "state", word: "State", texts: states, differs: differ(states), best: [] },
    ...FIGURES.flatMap((figure) => figureRow(figure, runs)),
    ...settingNames(runs).map((name) => {
      const texts = runs.map((run) => run.settings[name] ?? "–");
      return { key: `setting:${name}`, word: name, texts, differs: differ(texts), best: [], isSetting: true };
    }),
  ];
}

/**
 * @param {Compared} figure
 * @param {Api.Run[]} runs
 * @returns {Row[]} none where no run has it
 */
function figureRow({ key, word, read, format, better }, runs) {
  const values = runs.map((run) => read(run) ?? null);
  if (values.every((value) => value === null)) return [];
  const texts = values.map((value) => format(value));
  return [{ key, word, texts, differs: differ(texts), best: better ? bestOf(values.map(parseNumber), better) : [] }];
}

/**
 * @param {(number | null)[]} values
 * @param {"low" | "high"} better
 * @returns {number[]} none where all have the same
 */
function bestOf(values, better) {
  const finite = values.flatMap((value) => (value !== null && Number.isFinite(value) ? [value] : []));
  const best = better === "low" ? Math.min(...finite) : Math.max(...finite);
  const places = values.flatMap((value, i) => (value === best ? [i] : []));
  return finite.length > 1 && places.length < finite.length ? places : [];
}

/** @param {string[]} texts */
function differ(texts) {
  return new Set(texts).size > 1;
}
