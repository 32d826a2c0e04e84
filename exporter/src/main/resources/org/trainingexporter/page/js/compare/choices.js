/**
 * @import { Model } from "../state/model.js"
 * @import { View } from "../state/view.js"
 */
import { create, setAttribute } from "../base/dom.js";
import { FOLDER, waysToGroup } from "./groups.js";

/**
 * A button that cuts outliers off, in all plots.
 *
 * @param {View} view
 */
export function clipButton(view) {
  const button = create(
    "button",
    {
      type: "button",
      class: "tool",
      id: "clip",
      title: "The y axes show the values between the 5 % and the 95 % quantile",
      on: { click: () => view.set({ clip: !view.get("clip") }) },
    },
    "Clip outliers",
  );
  const update = () => setAttribute(button, "aria-pressed", String(view.get("clip")));
  view.on("clip", update);
  update();
  return button;
}

/**
 * By what the runs in the plots are grouped, each group drawn as a mean in a band.
 *
 * @param {Model} model
 * @param {View} view
 */
export function groupChoice(model, view) {
  const select = create("select", { id: "group", "aria-label": "Group runs" });
  select.addEventListener("change", () => view.set({ group: select.value }));
  const control = create("div", { class: "control" }, select);
  const update = () => {
    const runs = model.entriesInPlots();
    const ways = runs.length < 2 ? [] : waysToGroup(runs);
    const chosen = view.get("group");
    const wanted = ["", ...ways, ...(chosen === "" || ways.includes(chosen) ? [] : [chosen])];
    control.hidden = wanted.length < 2 || runs.length < 2;
    if (String([...select.options].map(({ value }) => value)) !== String(wanted)) {
      select.replaceChildren(...wanted.map((by) => create("option", { value: by }, wordOf(by))));
    }
    select.value = chosen;
  };
  model.on(["runs", "run"], update);
  view.on(["runs", "group"], update);
  update();
  return control;
}

/** @param {string} by */
function wordOf(by) {
  if (by === "") return "Each run";
  return by === FOLDER ? "Mean of each folder" : `Mean by ${by}`;
}
