/** What the states of a run are called, which icon each has, and what it means. */

/** @type {Record<Api.State, { word: string, icon: string, means: string }>} */
export const STATES = {
  warmup: { word: "Warm-up", icon: "flame", means: "the learning rate is still rising" },
  training: { word: "Training", icon: "play", means: "new records arrive" },
  stalled: {
    word: "Stalled",
    icon: "pause",
    means: "silent for at least ten minutes, and for more than twice its longest pause",
  },
  finished: { word: "Finished", icon: "check", means: "the plan is reached, or the log says so" },
  ended: {
    word: "Ended",
    icon: "alert",
    means: "its process is gone although the plan is not reached, or the log says that it failed or was stopped",
  },
  abandoned: { word: "Abandoned", icon: "moon", means: "silent for a day" },
  not_finite: {
    word: "Not finite",
    icon: "alert",
    means: "the newest loss, validation loss or gradient norm is NaN or infinite",
  },
};

/** @param {Api.State | undefined} state */
export function isRunning(state) {
  return state === "training" || state === "warmup";
}

/** A run that is silent for so long is abandoned, in seconds. */
const ABANDONED_AFTER = 86_400;

/**
 * The state now, where the answer that tells it may be old.
 *
 * @param {Api.Stats} stats
 * @param {number} now in seconds since 1970
 * @returns {Api.State}
 */
export function stateNow({ state, time, silent_seconds: silent, stalls_after_seconds: stallsAfter }, now) {
  if (!(isRunning(state) || state === "stalled") || silent == null || time === undefined) return state;
  const silentNow = silent + Math.max(0, now - time);
  if (silentNow >= ABANDONED_AFTER) return "abandoned";
  return stallsAfter != null && silentNow > stallsAfter ? "stalled" : state;
}
