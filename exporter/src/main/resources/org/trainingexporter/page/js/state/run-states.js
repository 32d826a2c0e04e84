/** What the states of a run are called, which icon each has, and what it means; those that pass are called otherwise later. */

/** @type {Record<Api.State, { word: string, past?: string, icon: string, means: string }>} */
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
