/**
 * @import { Clock } from "../state/clock.js"
 * @import { Model } from "../state/model.js"
 * @import { View } from "../state/view.js"
 */
import { byId, create, setAttribute, setText, setValue } from "../base/dom.js";
import { age, dateTime, percent } from "../base/format.js";
import { isRefreshOff } from "../state/refresh-mode.js";
import { showBadge } from "./badge.js";

/** From so much width on the list of runs stands beside the run. */
const WIDE = "(min-width: 1100px)";

/**
 * The head of the page: which run, its state, how old its newest record is; where nothing is asked for again, as of when.
 * Tools come later at its right end.
 *
 * @param {Model} model
 * @param {Clock} clock
 * @param {View} view
 */
export function header(model, clock, view) {
  const name = create("h1", { id: "run-name" }, "Training Exporter");
  const state = create("span", { id: "state" });
  const asOf = create("strong", { class: "as-of", id: "as-of", title: "Refresh is off", hidden: true });
  const newest = create("span", { class: "age", id: "age" });
  const runsButton = create("button", {
    type: "button",
    class: "tool runs-button",
    id: "runs-button",
    "aria-controls": "runs",
    "aria-expanded": "false",
    hidden: true,
  });
  setText(runsButton, "Runs");
  runsButton.addEventListener("click", () => open(runsButton.getAttribute("aria-expanded") !== "true"));
  /** @param {boolean} wanted */
  const open = (wanted) => {
    setAttribute(runsButton, "aria-expanded", String(wanted));
    byId("frame").classList.toggle("with-runs", wanted);
  };
  byId("top").append(
    create("div", { class: "who" }, runsButton, name, state, asOf, newest),
    create("div", { class: "top-tools", id: "tools" }),
  );

  const showAge = () => {
    const { stats } = model.parts;
    const isThen = isRefreshOff(view, model.runs);
    document.body.classList.toggle("then", isThen);
    asOf.hidden = !isThen || stats?.time === undefined;
    if (!stats) return setText(newest, "");
    showBadge(state, stats, isThen);
    if (stats.time !== undefined) setText(asOf, `as of ${dateTime(stats.time)}, ${age(clock.now() - stats.time)} ago`);
    if (stats.updated === null) return setText(newest, "");
    const seconds = clock.now() - stats.updated;
    if (isThen) setValue(newest, stats.updated, `newest record ${dateTime(stats.updated)}`);
    else setValue(newest, Math.floor(seconds), `newest record ${age(seconds)} ago`);
  };
  model.on("stats", (stats) => {
    setText(name, stats.run);
    const progress = stats.progress === null ? "" : `${percent(stats.progress)} · `;
    document.title = `${progress}${stats.run} · Training Exporter`;
    showAge();
  });
  model.on("run", (run) => {
    setText(name, run ?? "Training Exporter");
    state.replaceChildren();
    delete state.dataset.shown;
    delete state.dataset.state;
    showAge();
  });
  model.on("runs", (answer) => {
    runsButton.hidden = answer.runs.length < 2;
    setText(runsButton, `Runs (${answer.runs.length})`);
    byId("frame").classList.toggle("many", answer.runs.length > 1);
    showAge();
  });
  clock.on("second", showAge);
  view.on("refresh", showAge);
  matchMedia(WIDE).addEventListener("change", () => open(false));
  view.on("runs", () => open(false));
}
