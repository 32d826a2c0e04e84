/**
 * What the states of a run are called, which icon each has, and what it means.
 *
 * @typedef {{ word: string, past?: string, icon: string, means: string }} StateWords past: of a state that passes, later
 *
 * @typedef {{ state: Api.State, ending: Api.Ending | null }} Stated
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

/** What each ending means; its word is made from its name. @type {Record<Api.Ending, string>} */
const ENDINGS = {
  aborted: "was aborted",
  cancelled: "was cancelled",
  crashed: "crashed",
  failed: "failed",
  interrupted: "was interrupted",
  killed: "was killed",
  preempted: "was preempted",
  stopped: "was stopped",
  process_gone: "",
};

/**
 * The words for a run's state; one that has ended is called by how it did.
 *
 * @param {Stated} run
 * @returns {StateWords}
 */
export function stateWords({ state, ending }) {
  const known = STATES[state] ?? { word: state ?? "Unknown", icon: "dot", means: "" };
  if (!ending || !(ending in ENDINGS)) return known;
  const word = ending.charAt(0).toUpperCase() + ending.slice(1).replace("_", " ");
  const means = ENDINGS[ending]
    ? `the log says that it ${ENDINGS[ending]}`
    : "its process is gone although the plan is not reached";
  return { ...known, word, means };
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
