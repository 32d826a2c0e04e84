/**
 * @import { Model } from "../state/model.js"
 * @import { View } from "../state/view.js"
 */
import { byId, create, setAttribute, setChildren, setText } from "../base/dom.js";
import { dateTime, isoTime, position } from "../base/format.js";
import { icon } from "../base/icons.js";

/** @type {Record<Api.EventType, { word: string, icon: string }>} */
const TYPES = {
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

/**
 * What happened, newest first, with a filter by type.
 *
 * @param {Model} model
 * @param {View} view
 */
export function timeline(model, view) {
  const filter = create("div", { class: "filter", role: "group", "aria-label": "Kinds of events" });
  const list = create("ol", { class: "timeline" });
  const none = create("p", { class: "quiet" });
  byId("events").append(
    create("h2", { id: "events-title" }, "Events"),
    filter,
    create("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Events, newest first" }, list, none),
  );
  const chips = Object.keys(TYPES).map((type) => chipOf(/** @type {Api.EventType} */ (type), view));

  const update = () => {
    const events = model.parts.events?.events ?? [];
    const chosen = view.get("events");
    const present = chips.filter(({ type }) => chosen.includes(type) || events.some((event) => event.type === type));
    setChildren(filter, present.length < 2 ? [] : present.map(({ element }) => element));
    for (const { type, show } of present) {
      show(events.filter((event) => event.type === type).length, chosen.includes(type));
    }
    const shown = events.filter((event) => chosen.length === 0 || chosen.includes(event.type));
    none.hidden = shown.length > 0;
    setText(none, events.length === 0 ? "No events yet." : "No events of this kind.");
    list.replaceChildren(...shown.map(entryOf));
  };
  model.on(["events", "run"], update);
  view.on("events", update);
}

/**
 * The switch of a type in the filter.
 *
 * @param {Api.EventType} type
 * @param {View} view
 */
function chipOf(type, view) {
  const count = create("span", { class: "count" });
  const element = create(
    "button",
    { type: "button", class: "chip", data: { kind: type }, on: { click: () => view.toggle("events", type) } },
    icon(TYPES[type].icon),
    TYPES[type].word,
    count,
  );
  /**
   * @param {number} events
   * @param {boolean} isChosen
   */
  const show = (events, isChosen) => {
    setText(count, String(events));
    setAttribute(element, "aria-pressed", String(isChosen));
  };
  return { type, element, show };
}

/** @param {Api.RunEvent} event */
function entryOf(event) {
  const { word, icon: picture } = TYPES[event.type] ?? { word: event.type, icon: "dot" };
  const step = event.step === null ? null : create("span", {}, `step ${position(event.step)}`);
  const time = event.time === null ? null : create("time", { datetime: isoTime(event.time) }, dateTime(event.time));
  return create(
    "li",
    { data: { event: event.type, id: event.id, step: event.step ?? "" } },
    create("span", { class: "sign" }, icon(picture)),
    create(
      "div",
      {},
      create("p", { class: "event-head" }, create("strong", {}, word), step, time),
      event.message ? create("p", { class: "event-message" }, event.message) : null,
    ),
  );
}
