/**
 * @import { Model } from "../state/model.js"
 * @import { Stated } from "../state/run-states.js"
 */
import { byId, setText } from "../base/dom.js";
import { stateWords } from "../state/run-states.js";

/**
 * Says politely, for screen readers, what changed by itself: the state of the run, errors, a new best.
 *
 * @param {Model} model
 * @returns {(text: string | null) => void} says a text
 */
export function announcer(model) {
  const element = byId("announcer");
  /** @param {string | null} text */
  const announce = (text) => {
    if (text) setText(element, text);
  };
  /** @type {Watched | null} */
  let before = null;
  model.on("run", () => {
    before = null;
  });
  model.on("stats", (stats) => {
    const now = {
      state: stats.state,
      ending: stats.ending,
      errors: count(stats.counts.errors),
      best: stats.best?.step,
    };
    if (before !== null) announce(changeBetween(before, now));
    before = now;
  });
  return announce;
}

/**
 * @typedef {Stated & { errors: number, best: number | null | undefined }} Watched
 * @param {Watched} before
 * @param {Watched} now
 */
function changeBetween(before, now) {
  if (before.state !== now.state) return `The run is now: ${stateWords(now).word}.`;
  if (before.errors < now.errors) return "A new error was logged.";
  if (before.best !== undefined && before.best !== now.best) return "A new best validation loss.";
  return null;
}

/** @param {Api.Counts} byType */
function count(byType) {
  return Object.values(byType ?? {}).reduce((sum, one) => sum + one, 0);
}
