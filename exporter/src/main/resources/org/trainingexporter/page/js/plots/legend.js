/**
 * @import { Model } from "../state/model.js"
 * @import { View } from "../state/view.js"
 */
import { create } from "../base/dom.js";
import { RUN_STROKES } from "../chart/theme.js";
import { groupsOf } from "../compare/groups.js";

/**
 * The runs laid over each other: each can be hidden and shown again, its colour and dash beside it.
 *
 * @param {Model} model
 * @param {View} view
 */
export function legend(model, view) {
  const list = create("ul", { class: "legend", id: "legend", "aria-label": "Runs in the plots", hidden: true });
  const update = () => {
    const runs = model.runsInPlots();
    list.hidden = runs.length < 2;
    const hidden = view.get("hidden");
    const groups = groupsOf(model.entriesInPlots(), view.get("group"));
    const names = [...new Set(groups.values())];
    const entries = runs.map((run, index) => {
      const group = groups.get(run); // the runs of a group have its colour
      if (group === undefined) return entry(run, run, index, hidden.includes(run));
      return entry(run, `${run} · ${group}`, names.indexOf(group), hidden.includes(run));
    });
    list.replaceChildren(...entries);
  };
  /**
   * @param {string} run
   * @param {string} text
   * @param {number} index
   * @param {boolean} isHidden
   */
  const entry = (run, text, index, isHidden) =>
    create(
      "li",
      {},
      create(
        "button",
        {
          type: "button",
          "aria-pressed": String(!isHidden),
          title: isHidden ? "Show" : "Hide",
          data: { run },
          on: { click: () => press(run) },
        },
        create("span", { class: "stroke", data: { stroke: index % RUN_STROKES }, "aria-hidden": "true" }),
        text,
      ),
    );
  /** @param {string} run */
  const press = (run) => {
    view.toggle("hidden", run);
    [...list.querySelectorAll("button")].find((button) => button.dataset.run === run)?.focus();
  };
  let before = "";
  const updateIfChanged = () => {
    const now = JSON.stringify([model.runsInPlots(), view.get("hidden"), view.get("group")]);
    if (now !== before) update();
    before = now;
  };
  model.on(["runs", "run"], updateIfChanged);
  view.on(["runs", "hidden", "group"], updateIfChanged);
  return list;
}
