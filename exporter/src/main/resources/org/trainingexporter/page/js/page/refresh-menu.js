/**
 * @import { Refresher } from "../api/refresher.js"
 * @import { Clock } from "../state/clock.js"
 * @import { View } from "../state/view.js"
 */
import { create, setText } from "../base/dom.js";
import { icon } from "../base/icons.js";

/** @type {[mode: Api.RefreshMode, word: string][]} */
const MODES = [
  ["live", "Live"],
  ["5", "Every 5 s"],
  ["30", "Every 30 s"],
  ["off", "Off"],
];

/**
 * How often the page asks: the menu, the time to the next refresh, and a button to refresh now.
 *
 * @param {View} view
 * @param {Clock} clock
 * @param {Refresher} refresher
 */
export function refreshMenu(view, clock, refresher) {
  const select = create(
    "select",
    { id: "refresh", "aria-label": "Refresh" },
    ...MODES.map(([mode, word]) => create("option", { value: mode }, word)),
  );
  select.addEventListener("change", () => {
    view.set({ refresh: MODES.find(([mode]) => mode === select.value)?.[0] ?? null });
  });
  const countdown = create("span", { class: "countdown", id: "countdown" });
  const now = create(
    "button",
    {
      type: "button",
      class: "tool",
      id: "refresh-now",
      "aria-label": "Refresh now",
      title: "Refresh now",
      on: { click: () => refresher.refresh() },
    },
    icon("restart"),
  );
  const update = () => {
    select.value = refresher.mode();
    setText(countdown, countdownText(refresher));
    countdown.dataset.live = String(refresher.isStreaming());
  };
  view.on("refresh", update);
  clock.on("second", update);
  refresher.on("changed", update);
  update();
  return create("div", { class: "refresh" }, countdown, select, now);
}

/** @param {Refresher} refresher */
function countdownText(refresher) {
  if (refresher.lost) return "no answer";
  const left = refresher.secondsLeft();
  if (left !== null) return `next in ${left} s`;
  if (refresher.mode() !== "live") return "";
  return refresher.isStreaming() ? "streaming" : "connecting";
}
