import { arrange, attribute, byId, h, write } from "../base/dom.js";
import { iso, moment, position } from "../base/format.js";
import { icon } from "../base/icons.js";
import { EVENTS } from "../state/words.js";

/** What happened, newest first, with a filter by kind. */
export function timeline(model, view) {
  const filter = h("div", { class: "filter", role: "group", "aria-label": "Kinds of events" });
  const list = h("ol", { class: "timeline" });
  const none = h("p", { class: "quiet" });
  byId("events").append(
    h("h2", { id: "events-title" }, "Events"),
    filter,
    h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Events, newest first" }, list, none),
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
    arrange(filter, kinds.length < 2 ? [] : kinds.map((kind) => chips.get(kind).element));
    for (const kind of kinds) chips.get(kind).show(counts.get(kind)?.length ?? 0, chosen);
    const shown = events.filter((event) => chosen.length === 0 || chosen.includes(event.type));
    none.hidden = shown.length > 0;
    write(none, events.length === 0 ? "Nothing has happened yet." : "No event of this kind.");
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
  const count = h("span", { class: "count" });
  const element = h(
    "button",
    { type: "button", class: "chip", data: { kind }, on: { click: () => view.toggle("events", kind) } },
    icon(EVENTS[kind].icon),
    EVENTS[kind].word,
    count,
  );
  const show = (many, chosen) => {
    write(count, String(many));
    attribute(element, "aria-pressed", String(chosen.includes(kind)));
  };
  return { element, show };
}

function entry(event) {
  const { word, icon: picture } = EVENTS[event.type] ?? { word: event.type, icon: "dot" };
  const step = event.step === null ? null : h("span", {}, `step ${position(event.step)}`);
  const time = event.time === null ? null : h("time", { datetime: iso(event.time) }, moment(event.time));
  return h(
    "li",
    { data: { event: event.type, id: event.id, step: event.step ?? "" } },
    h("span", { class: "sign" }, icon(picture)),
    h(
      "div",
      {},
      h("p", { class: "event-head" }, h("strong", {}, word), step, time),
      event.message ? h("p", { class: "event-message" }, event.message) : null,
    ),
  );
}
