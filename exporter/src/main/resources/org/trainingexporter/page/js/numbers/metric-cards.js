/**
 * @import { Model } from "../state/model.js"
 * @import { View } from "../state/view.js"
 * @import { Metric } from "./metrics.js"
 */
import { byId, create, setAttribute, setChildren, setText, setValue } from "../base/dom.js";
import { number, position } from "../base/format.js";
import { helpFor } from "../help/help.js";
import { keepTastes, readTastes } from "../state/tastes.js";
import { VALUE } from "./combined.js";
import { bestOf, metricsAmong, mostTellingFirst } from "./metrics.js";

/**
 * So many cards are there at once, a row on a desk and two on a phone; the others, and those of which no value is known,
 * are asked for.
 */
const SHOWN = 4;

/**
 * A card for each validation metric besides the loss, the most telling first. One that was there once stays, whatever the
 * newest records lack. Whether all are shown is kept for the next visit.
 *
 * @param {Model} model
 * @param {View} view
 */
export function metricCards(model, view) {
  const grid = create("div", { class: "card-grid", id: "metric-cards" });
  const more = create("button", { type: "button", class: "tool", hidden: true, "aria-controls": grid.id });
  const section = create("div", { hidden: true }, grid, more);
  byId("cards").append(section);
  /** @type {Map<string, ReturnType<typeof cardOf>>} */
  const cards = new Map();
  let isWhole = readTastes().metrics === "all";
  more.addEventListener("click", () => {
    isWhole = !isWhole;
    keepTastes({ metrics: isWhole ? "all" : "few" });
    update();
  });

  const update = () => {
    const { stats } = model.parts;
    if (!stats) return;
    for (const metric of metricsAmong(Object.keys(stats.values ?? {}))) {
      if (!cards.has(metric.key)) cards.set(metric.key, cardOf(metric, view));
    }
    const all = mostTellingFirst([...cards.keys()]).flatMap((key) => cards.get(key) ?? []);
    for (const card of all) card.show(stats, model);
    const first = all.filter((card) => card.isKnown()).slice(0, SHOWN);
    const shown = isWhole ? [...first, ...all.filter((card) => !first.includes(card))] : first;
    section.hidden = all.length === 0;
    more.hidden = all.length === first.length;
    setText(more, isWhole ? "Fewer metrics" : moreText(all.length - first.length));
    setAttribute(more, "aria-expanded", String(isWhole));
    setChildren(
      grid,
      shown.map(({ element }) => element),
    );
  };
  model.on("run", () => {
    cards.clear();
    section.hidden = true;
  });
  model.on(["stats", "curves"], update);
  view.on("plots", update);
}

/** @param {number} count */
function moreText(count) {
  return `${count} more ${count === 1 ? "metric" : "metrics"}`;
}

/**
 * @param {Metric} metric
 * @param {View} view
 */
function cardOf({ key, isLowerBetter }, view) {
  const signal = VALUE + key;
  let wasKnown = false;
  const value = create("span", { class: "value", data: { value: key } });
  const best = create("dd", { data: { best: key } });
  const row = create("div", { hidden: true }, create("dt", {}, "best"), best);
  const plot = create(
    "button",
    {
      type: "button",
      class: "linklike",
      "aria-label": `Plot ${key}`,
      on: { click: () => view.toggle("plots", signal) },
    },
    "plot",
  );
  const better = isLowerBetter ? "lower is better" : "higher is better";
  const help = helpFor(key, key, `A validation metric that the log has under this name: ${better}.`);
  const element = create(
    "article",
    { class: "card", data: { metric: key } },
    create("div", { class: "card-head" }, create("h3", {}, key), help.button),
    help.sentence,
    create("p", { class: "now" }, value, create("span", { class: "note" }, better)),
    create("dl", {}, row),
    plot,
  );
  /**
   * @param {Api.Stats} stats
   * @param {Model} model
   */
  const show = ({ values }, { curves, run }) => {
    const now = values?.[key] ?? null;
    wasKnown ||= now !== null;
    setValue(value, now, number(now));
    setAttribute(value, "data-unknown", now === null);
    setAttribute(plot, "aria-pressed", String(view.get("plots").includes(signal)));
    setText(plot, view.get("plots").includes(signal) ? "plotted" : "plot");
    const curve = curves.get(run ?? "");
    const series = curve?.series(signal);
    const i = series ? bestOf(series.y, isLowerBetter) : -1;
    row.hidden = i < 0;
    if (series && i >= 0) {
      setValue(best, series.y[i], `${number(series.y[i])} at ${curve?.axis} ${position(series.x[i])}`);
    }
  };
  return { element, show, isKnown: () => wasKnown };
}
