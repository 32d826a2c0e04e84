import { create } from "../base/dom.js";
import { icon } from "../base/icons.js";

/** What the states of a run are called and how they look beside their colour. */
export const STATES = {
  warmup: { word: "Warm-up", icon: "flame", means: "the learning rate is still rising" },
  training: { word: "Training", icon: "play", means: "records keep arriving" },
  stalled: {
    word: "Stalled",
    icon: "pause",
    means: "silent for ten minutes or more, and more than twice its longest pause",
  },
  finished: { word: "Finished", icon: "check", means: "the plan is reached, or the log says so" },
  abandoned: { word: "Abandoned", icon: "moon", means: "silent for a day" },
  not_finite: {
    word: "Not finite",
    icon: "alert",
    means: "the newest loss, validation loss or gradient norm is no finite number",
  },
};

export const EVENTS = {
  start: { word: "Start", icon: "flag" },
  validation: { word: "Validation", icon: "ruler" },
  checkpoint: { word: "Checkpoint", icon: "save" },
  best: { word: "Best", icon: "trophy" },
  warning: { word: "Warning", icon: "alert" },
  error: { word: "Error", icon: "error" },
  rewind: { word: "Rewind", icon: "rewind" },
  restart: { word: "Restart", icon: "restart" },
  end: { word: "End", icon: "end" },
};

export function badge(state) {
  const { word, icon: picture, means } = STATES[state] ?? { word: state ?? "Unknown", icon: "dot", means: "" };
  return create("span", { class: "badge", "data-state": state, title: means }, icon(picture), word);
}

export function isRunning(state) {
  return state === "training" || state === "warmup";
}
