/**
 * The columns of the table of runs: figures, and a column for each setting.
 *
 * @typedef {string | number | null} Value a text, a number (also NaN), or null where it is not known
 *
 * @typedef {object} Column
 * @property {string} key as the filter and the address name it
 * @property {string} word
 * @property {(run: Api.Run) => Value} read
 * @property {(run: Api.Run) => Value} [also] by which a filter finds it too
 * @property {(value: Value) => string} format
 * @property {number} width in pixels
 * @property {boolean} [isFigure] whether it is a number, which stands on the right
 */
import { dateTime, duration, number, parseNumber, percent, position } from "../base/format.js";
import { NOTES } from "../notes/notes.js";
import { isOver, STATES, stateWords } from "../state/run-states.js";

const SETTING = "setting:";
const FIGURE_PX = 104;
const SETTING_PX = 132;

/** @type {Column[]} */
const FIGURES = [
  { key: "state", word: "State", read: (run) => run.state, also: endingOf, format: stateWord, width: 130 },
  { key: "ending", word: "Ending", read: endingOf, format: endingWord, width: 130 },
  figure("progress", "Progress", (run) => run.progress, percent),
  figure("step", "Step", (run) => run.step, position),
  figure("epoch", "Epoch", (run) => run.epoch, position),
  figure("loss", "Loss", (run) => run.loss),
  figure("val_loss", "Validation", (run) => run.validation_loss),
  figure("best", "Best val.", (run) => run.best_validation_loss),
  figure("reward", "Reward", (run) => run.reward),
  figure("best_reward", "Best reward", (run) => run.best_reward),
  figure("speed", "Steps/s", (run) => run.steps_per_second),
  figure("eta", "Time left", (run) => (isOver(run.state) ? null : run.eta_seconds), duration),
  figure("updated", "Newest", (run) => run.updated, dateTime, 140),
  figure("start", "Started", (run) => run.start, dateTime, 140),
  figure("goodput", "Goodput", (run) => run.goodput, percent),
  figure("cost", "Cost", (run) => run.cost),
  { key: "tag", word: "Tags", read: (run) => NOTES.of(run.run).tags.join(", ") || null, format: textOf, width: 150 },
  { key: "writer", word: "Writer", read: (run) => run.writer, format: textOf, width: 140 },
];

/** The columns that are shown where the viewer chose none. */
export const USUAL = ["state", "progress", "loss", "best", "speed", "eta", "updated"];

/** What people call a setting or a figure besides its name. @type {Record<string, string[]>} */
const ALSO = {
  lr: ["learning_rate"],
  bs: ["batch_size", "per_device_train_batch_size"],
  val: ["val_loss"],
  progress_percent: ["progress"],
};

/**
 * @param {string} key
 * @param {string} word
 * @param {(run: Api.Run) => Api.Figure | undefined} read
 * @param {(value: any) => string} format
 * @param {number} width
 * @returns {Column}
 */
function figure(key, word, read, format = number, width = FIGURE_PX) {
  return { key, word, read: (run) => parseNumber(read(run)), format, width, isFigure: true };
}

/** @param {Value} value */
function stateWord(value) {
  return STATES[/** @type {Api.State} */ (value)]?.word ?? textOf(value);
}

/** @param {Api.Run} run */
function endingOf({ ending }) {
  return ending ?? null; // an older exporter has none
}

/** @param {Value} value */
function endingWord(value) {
  return value === null ? "–" : stateWords({ state: "ended", ending: /** @type {Api.Ending} */ (value) }).word;
}

/** @param {Value} value */
function textOf(value) {
  return value === null ? "–" : String(value);
}

/**
 * A setting that reads as a number is one.
 *
 * @param {string} name
 * @returns {Column}
 */
function settingColumn(name) {
  /** @param {Api.Run} run */
  const read = (run) => {
    const text = run.settings[name];
    if (text === undefined) return null;
    const value = text.trim() === "" ? Number.NaN : Number(text);
    return Number.isNaN(value) ? text : value;
  };
  return { key: SETTING + name, word: name, read, format: textOf, width: SETTING_PX };
}

/**
 * All columns that these runs can have: figures that one of them has, how they are, then every setting.
 *
 * @param {Api.Run[]} runs
 */
export function columnsOf(runs) {
  const figures = FIGURES.filter(
    ({ key, read }) => ["state", "ending"].includes(key) || runs.some((run) => read(run) !== null),
  );
  return [...figures, ...settingNames(runs).map(settingColumn)];
}

/**
 * The names of all settings that one of these runs has, in their order.
 *
 * @param {Api.Run[]} runs
 */
export function settingNames(runs) {
  return [...new Set(runs.flatMap((run) => Object.keys(run.settings)))].sort();
}

/**
 * The column that a filter or a group means by a word: its key, a setting's name or its last part.
 *
 * @param {string} word
 * @param {Column[]} columns
 */
export function columnNamed(word, columns) {
  const wanted = word.toLowerCase();
  for (const name of [wanted, ...(ALSO[wanted] ?? [])]) {
    const found =
      columns.find(({ key }) => key.toLowerCase() === name || key.toLowerCase() === SETTING + name) ??
      columns.find(({ key }) => key.startsWith(SETTING) && key.toLowerCase().split(/[.:/]/).at(-1) === name);
    if (found) return found;
  }
  return undefined;
}

/** The folder that a run's name begins with. @param {Api.Run} run */
export function folderOf({ run }) {
  return run.includes("/") ? run.slice(0, run.lastIndexOf("/")) : "";
}
