import { create, setText } from "../base/dom.js";
import { icon } from "../base/icons.js";

const CHOICES = [
  ["live", "Live"],
  ["5", "Every 5 s"],
  ["30", "Every 30 s"],
  ["off", "Off"],
];

/** How often the page asks: the menu, the time to the next look, and a look at once. */
export function refreshMenu(view, clock, live) {
  const select = create(
    "select",
    { id: "refresh", "aria-label": "Refresh", on: { change: () => view.set({ refresh: select.value }) } },
    ...CHOICES.map(([value, word]) => create("option", { value }, word)),
  );
  const countdown = create("span", { class: "countdown", id: "countdown" });
  const now = create(
    "button",
    {
      type: "button",
      class: "tool",
      id: "refresh-now",
      "aria-label": "Refresh now",
      title: "Refresh now",
      on: { click: () => live.now() },
    },
    icon("restart"),
  );
  const follow = () => {
    select.value = live.mode();
    const left = live.secondsLeft();
    const waiting = live.mode() === "live" ? (live.streaming() ? "streaming" : "connecting") : "";
    setText(countdown, live.lost ? "no answer" : left !== null ? `next in ${left} s` : waiting);
    countdown.dataset.live = String(live.streaming());
  };
  view.on("refresh", follow);
  clock.on("second", follow);
  live.on("changed", follow);
  follow();
  return create("div", { class: "refresh" }, countdown, select, now);
}
