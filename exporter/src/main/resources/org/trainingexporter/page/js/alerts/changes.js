/**
 * What of a run is worth a notification.
 *
 * @typedef {object} Watched
 * @property {string} run
 * @property {Api.State} state
 * @property {Api.Ending | null} ending
 * @property {number} errors
 * @property {number} notFinite
 * @property {number | null} best the step or epoch of the best validation
 * @property {Api.Figure} bestLoss
 */
import { number } from "../base/format.js";
import { stateWords } from "../state/run-states.js";

/** @type {Partial<Record<Api.State, string>>} */
const STATES = {
  not_finite: "The loss or the gradient norm is not finite",
  stalled: "Stalled: no record for a long time",
  finished: "Finished",
  abandoned: "Silent for a day",
};

/**
 * @param {Api.Stats} stats
 * @returns {Watched}
 */
export function watchedOf({ run, state, ending, counts, best }) {
  return {
    run,
    state,
    ending,
    errors: sum(counts.errors),
    notFinite: sum(counts.nonfinite),
    best: best?.step ?? best?.epoch ?? null,
    bestLoss: best?.loss ?? null,
  };
}

/**
 * What happened between two looks at a run, the gravest first; nothing at the first look.
 *
 * @param {Watched | undefined} before
 * @param {Watched} now
 * @returns {string[]}
 */
export function changesBetween(before, now) {
  if (before === undefined || before.run !== now.run) return [];
  /** @type {string[]} */
  const changes = [];
  const state = now.state === "ended" ? `Ended early: ${stateWords(now).means}` : STATES[now.state];
  if (now.state !== before.state && state !== undefined) changes.push(state);
  else if (now.notFinite > before.notFinite) changes.push("A value is NaN or infinite");
  if (now.errors > before.errors) changes.push("A new error was logged");
  if (now.best !== before.best && now.bestLoss !== null)
    changes.push(`New best validation loss: ${number(now.bestLoss)}`);
  return changes;
}

/** @param {Api.Counts} counts */
function sum(counts) {
  return Object.values(counts ?? {}).reduce((total, one) => total + one, 0);
}
