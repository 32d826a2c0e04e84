import { byId, create, setAttribute, setChildren, setText } from "../base/dom.js";
import { dateTime, isoTime, position } from "../base/format.js";
import { icon } from "../base/icons.js";
import { EVENTS } from "../state/words.js";

/** What happened, newest first, with a filter by kind. */
export function timeline(model, view) {
  const filter = create("div", { class: "filter", role: "group", "aria-label": "Kinds of events" });
  const list = create("ol", { class: "timeline" });
  const none = create("p", { class: "quiet" });
  byId("events").append(
    create("h2", { id: "events-title" }, "Events"),
    filter,
    create("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Events, newest first" }, list, none),
  );
  const chips = new Map();

  const follow = () => {
    const events = model.parts.events?.events ?? [];
    const chosen = view.get("events");
    const counts = byKind(events);
    const kinds = Object.keys(EVENTS).filter((kind) => counts.has(kind) || chosen.includes(kind));
    for (const kind of kinds) {
      if (!chips.has(kind)) chips.set(kind, chip(kind, view));
    }
    setChildren(filter, kinds.length < 2 ? [] : kinds.map((kind) => chips.get(kind).element));
    for (const kind of kinds) chips.get(kind).show(counts.get(kind)?.length ?? 0, chosen);
    const shown = events.filter((event) => chosen.length === 0 || chosen.includes(event.type));
    none.hidden = shown.length > 0;
    setText(none, events.length === 0 ? "Nothing has happened yet." : "No event of this kind.");
    list.replaceChildren(...shown.map(entry));
  };
  model.on("events run", follow);
  view.on("events", follow);
}

function byKind(events) {
  const groups = new Map();
  for (const event of events) groups.set(event.type, [...(groups.get(event.type) ?? []), event]);
  return groups;
}

function chip(kind, view) {
  const count = create("span", { class: "count" });
  const element = create(
    "button",
    { type: "button", class: "chip", data: { kind }, on: { click: () => view.toggle("events", kind) } },
    icon(EVENTS[kind].icon),
    EVENTS[kind].word,
    count,
  );
  const show = (many, chosen) => {
    setText(count, String(many));
    setAttribute(element, "aria-pressed", String(chosen.includes(kind)));
  };
  return { element, show };
}

function entry(event) {
  const { word, icon: picture } = EVENTS[event.type] ?? { word: event.type, icon: "dot" };
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
