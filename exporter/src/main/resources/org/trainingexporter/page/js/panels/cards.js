/**
 * @import { Model } from "../state/model.js"
 * @import { CardFigure } from "./card-list.js"
 */
import { byId, create, setAttribute, setText, setValue } from "../base/dom.js";
import { percent, position } from "../base/format.js";
import { icon } from "../base/icons.js";
import { helpFor } from "../help/help.js";
import { CARDS, formatFigure, isShown } from "./card-list.js";

/**
 * The newest figures of the run. Elements are made once and only their text changes: nothing jumps.
 *
 * @param {Model} model
 */
export function cards(model) {
  const progress = progressCard();
  const others = CARDS.map(cardOf);
  byId("cards").append(
    progress.element,
    create("div", { class: "card-grid" }, ...others.map(({ element }) => element)),
  );
  model.on("stats", (stats) => {
    for (const card of [progress, ...others]) card.show(stats);
  });
}

/** @param {(typeof CARDS)[number]} card */
function cardOf(card) {
  const { id, title, main, rows, signal, shares } = card;
  const value = create("span", { class: "value", data: { value: main.key } });
  const flag = create("span", { class: "flag", hidden: true }, icon("alert"), "not finite now");
  const note = create("span", { class: "note" });
  const bar = shares ? sharesBar(shares) : null;
  const lines = rows.map((row) => {
    const text = create("dd", { data: { value: row.key } });
    const kind = row.key.replace(/_seconds$/, "");
    const isShare = shares?.includes(kind) ?? false;
    const data = isShare ? { share: kind } : {};
    return { row, isShare, text, element: create("div", { data }, create("dt", {}, row.word), text) };
  });
  const help = helpFor(id, title);
  const element = create(
    "article",
    { class: "card", data: { card: id }, "aria-labelledby": `card-${id}` },
    create("div", { class: "card-head" }, create("h3", { id: `card-${id}` }, title), help.button),
    help.sentence,
    create("p", { class: "now" }, value, note, flag),
    bar?.element ?? null,
    create("dl", {}, ...lines.map((line) => line.element)),
  );
  /** @param {Api.Stats} stats */
  const show = (stats) => {
    const isUnknown = readFigure(main, stats) === null;
    const isLive = main.isLive?.(stats) ?? false;
    element.hidden = !isShown(card, stats);
    setValue(value, readFigure(main, stats), formatFigure(main, readFigure(main, stats)));
    setAttribute(value, "data-unknown", isUnknown);
    setText(note, isUnknown && !isLive ? "" : (main.note?.(stats) ?? ""));
    setAttribute(note, "data-live", isLive);
    bar?.show(stats);
    flag.hidden = !(signal && stats.finite?.[signal] === false);
    for (const line of lines) {
      const { row, isShare } = line;
      const own = readFigure(row, stats);
      setValue(line.text, own, row.text ? row.text(stats) : formatFigure(row, own));
      line.element.hidden = own === null || (isShare && own === 0);
    }
  };
  return { element, show };
}

/**
 * A bar of what time was used for; the rows below it say the same in words.
 *
 * @param {readonly string[]} kinds
 */
function sharesBar(kinds) {
  const parts = kinds.map((kind) => ({ kind, element: create("span", { data: { share: kind } }) }));
  const element = create("div", { class: "shares", "aria-hidden": "true" }, ...parts.map((part) => part.element));
  /** @param {Api.Stats} stats */
  const show = ({ hours }) => {
    /** @type {Record<string, number | null>} */
    const seconds = { ...hours };
    for (const part of parts) part.element.style.flexGrow = String(seconds[`${part.kind}_seconds`] ?? 0);
  };
  return { element, show };
}

/**
 * @param {CardFigure} figure
 * @param {Api.Stats} stats
 */
function readFigure(figure, stats) {
  return figure.read(stats) ?? null;
}

function progressCard() {
  const value = create("span", { class: "value", data: { value: "progress" } });
  const step = create("span", { data: { value: "step" } });
  const plan = create("span", { data: { value: "planned_steps" } });
  const steps = create("span", {}, step, plan);
  const epoch = create("span", { data: { value: "epoch" } });
  const bar = create("progress", { max: 1, "aria-labelledby": "card-progress" });
  const help = helpFor("progress", "Progress");
  const element = create(
    "article",
    { class: "card hero", data: { card: "progress" }, "aria-labelledby": "card-progress" },
    create("div", { class: "card-head" }, create("h3", { id: "card-progress" }, "Progress"), help.button),
    help.sentence,
    create("p", { class: "now" }, value),
    create("p", { class: "position" }, steps, epoch),
    bar,
  );
  /** @param {Api.Stats} stats */
  const show = (stats) => {
    const isKnown = stats.progress !== null;
    const hasSteps = stats.step !== null;
    setValue(value, stats.progress, isKnown ? percent(stats.progress) : "the plan is unknown");
    setAttribute(value, "data-unknown", !isKnown);
    bar.hidden = !isKnown;
    steps.hidden = !hasSteps;
    setAttribute(bar, "value", stats.progress ?? 0);
    setAttribute(bar, "aria-valuetext", percent(stats.progress));
    const { planned_steps: plannedSteps, planned_epochs: plannedEpochs } = stats;
    setValue(step, stats.step, hasSteps ? `step ${position(stats.step)}` : "");
    setValue(plan, plannedSteps, hasSteps && plannedSteps !== null ? ` of ${position(plannedSteps)}` : "");
    const epochs = plannedEpochs === null ? "" : ` of ${position(plannedEpochs)}`;
    setValue(epoch, stats.epoch, stats.epoch === null ? "" : `epoch ${position(stats.epoch)}${epochs}`);
  };
  return { element, show };
}
