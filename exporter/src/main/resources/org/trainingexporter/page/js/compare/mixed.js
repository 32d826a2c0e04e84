/**
 * @import { Compared } from "../curves/common-axis.js"
 * @import { Model } from "../state/model.js"
 * @import { View } from "../state/view.js"
 */
import { byId, create, setText } from "../base/dom.js";
import { commonAxis, countsSteps, isMixed, shownRuns } from "../curves/common-axis.js";

/** So many runs are named; of more their number is. */
const NAMED = 2;

/**
 * Says above the plots which runs count steps and which epochs, where both are shown.
 *
 * @param {Model} model
 * @param {View} view
 */
export function mixedNote(model, view) {
  const note = create("p", { class: "quiet", id: "mixed", hidden: true });
  byId("legend").after(note);
  const show = () => {
    const words = wordsOfMixed(model, view);
    note.hidden = words === "";
    setText(note, words);
  };
  model.on(["runs", "run", "curves"], show);
  view.on(["runs", "hidden", "x"], show);
  show();
}

/**
 * Which runs count what, and what the axis shows instead, in a sentence; empty where that is no question.
 *
 * @param {Compared} model
 * @param {Pick<View, "get">} view
 */
export function wordsOfMixed(model, view) {
  if (view.get("x") !== "step" || !isMixed(model, view)) return "";
  const runs = shownRuns(model, view);
  const steps = counting(runs.filter(countsSteps), "steps");
  const epochs = counting(
    runs.filter((run) => !countsSteps(run)),
    "epochs",
  );
  const shown = {
    epoch: "the x axis shows epochs, which all of them have",
    relative: "the x axis shows the time since each run's start, which all of them have",
  };
  const axis = commonAxis(model, view);
  const instead =
    axis === "epoch" || axis === "relative"
      ? shown[axis]
      : "they have no x axis in common, so steps and epochs are on one and cannot be compared";
  return `${steps}, ${epochs}: ${instead}.`;
}

/**
 * @param {Api.Run[]} runs
 * @param {string} what
 */
function counting(runs, what) {
  if (runs.length > NAMED) return `${runs.length} runs count ${what}`;
  return `${runs.map(({ run }) => run).join(" and ")} ${runs.length === 1 ? "counts" : "count"} ${what}`;
}
