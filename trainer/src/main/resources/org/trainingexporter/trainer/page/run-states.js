/**
 * The states of a run: the word for each, and which of the exporter's states has the same colour.
 *
 * @type {Record<Trainer.RunState, { word: string, colour?: string }>}
 */
export const STATES = {
  waiting: { word: "Waiting" },
  training: { word: "Training", colour: "training" },
  finished: { word: "Finished", colour: "finished" },
  stopped: { word: "Stopped", colour: "ended" },
  failed: { word: "Failed", colour: "not_finite" },
  dropped: { word: "Not started" },
};

/**
 * The run that trains, else the newest that did.
 *
 * @param {Trainer.Run[]} runs oldest first
 */
export function current(runs) {
  return runs.find((one) => one.state === "training") ?? runs.findLast((one) => hasStarted(one.state));
}

/** @param {Trainer.RunState} state */
export function hasStarted(state) {
  return state !== "waiting" && state !== "dropped";
}

/**
 * The epochs that are behind a run.
 *
 * @param {Trainer.Run} run
 */
export function epochsDone({ step, steps, settings }) {
  return steps ? Math.floor(((step ?? 0) / steps) * Number(settings.epochs)) : 0;
}
