/**
 * What the states of a run are called, which icon each has, and what it means.
 *
 * @typedef {{ word: string, past?: string, icon: string, means: string }} StateWords past: of a state that passes, later
 */

/** @type {Record<Api.State, StateWords>} */
export const STATES = {
  warmup: { word: "Warm-up", past: "Was in warm-up", icon: "flame", means: "the learning rate is still rising" },
  training: { word: "Training", past: "Was training", icon: "play", means: "new records arrive" },
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

/** What a run did that has ended, by its log; its word is made of the name. @type {Record<Api.Ending, string>} */
const ENDINGS = {
  aborted: "the log says that it was aborted",
  cancelled: "the log says that it was cancelled",
  crashed: "the log says that it crashed",
  failed: "the log says that it failed",
  interrupted: "the log says that it was interrupted",
  killed: "the log says that it was killed",
  preempted: "the log says that it was preempted",
  stopped: "the log says that it was stopped",
  process_gone: "its process is gone although the plan is not reached",
};

/**
 * The words for a run's state; one that has ended is called by how it did.
 *
 * @param {{ state: Api.State, ending: Api.Ending | null }} run
 * @returns {StateWords}
 */
export function stateWords({ state, ending }) {
  const known = STATES[state] ?? { word: state ?? "Unknown", icon: "dot", means: "" };
  if (!ending || !(ending in ENDINGS)) return known;
  const word = ending.charAt(0).toUpperCase() + ending.slice(1).replace("_", " ");
  return { ...known, word, means: ENDINGS[ending] };
}

/** @param {Api.State | undefined} state */
export function isRunning(state) {
  return state === "training" || state === "warmup";
}

/**
 * Whether no record is expected.
 *
 * @param {Api.State} state
 */
export function isOver(state) {
  return state === "finished" || state === "ended" || state === "abandoned";
}
