import { attribute, byId, figure, h, write } from "../base/dom.js";
import { number, percent, position } from "../base/format.js";
import { icon } from "../base/icons.js";
import { CARDS } from "./card-list.js";

/** The figures of now. Elements are made once and only their text changes: nothing jumps. */
export function cards(model) {
  const progress = progressCard();
  const made = CARDS.map((card) => ({ ...card, ...cardElement(card) }));
  byId("cards").append(progress.element, h("div", { class: "card-grid" }, ...made.map(({ element }) => element)));
  const follow = (stats) => {
    progress.show(stats);
    for (const { main, rows, signal, put } of made) put(stats, main, rows, signal);
  };
  model.on("stats", follow);
}

function cardElement({ id, title, main, rows, signal }) {
  const value = h("span", { class: "value", data: { value: main.key } });
  const flag = h("span", { class: "flag", hidden: true }, icon("alert"), "not finite now");
  const note = h("span", { class: "note" });
  const lines = rows.map(({ key, word }) => {
    const dd = h("dd", { data: { value: key } });
    return { dd, line: h("div", {}, h("dt", {}, word), dd) };
  });
  const element = h(
    "article",
    { class: "card", data: { card: id }, "aria-labelledby": `card-${id}` },
    h("h3", { id: `card-${id}` }, title),
    h("p", { class: "now" }, value, note, flag),
    h("dl", {}, ...lines.map(({ line }) => line)),
  );
  const put = (stats) => {
    show(value, main, stats);
    const unknown = (main.of(stats) ?? null) === null;
    attribute(value, "data-unknown", unknown);
    write(note, unknown && !main.live?.(stats) ? "" : (main.note?.(stats) ?? ""));
    attribute(note, "data-live", main.live?.(stats) ?? false);
    flag.hidden = !(signal && stats.finite?.[signal] === false);
    lines.forEach(({ dd, line }, i) => {
      show(dd, rows[i], stats);
      line.hidden = (unknown || rows[i].optional === true) && (rows[i].of(stats) ?? null) === null;
    });
  };
  return { element, put };
}

function show(element, { of, as = number, text }, stats) {
  const raw = of(stats) ?? null;
  figure(element, raw, text ? text(stats) : as(raw));
}

function progressCard() {
  const value = h("span", { class: "value", data: { value: "progress" } });
  const step = h("span", { data: { value: "step" } });
  const plan = h("span", { data: { value: "planned_steps" } });
  const steps = h("span", {}, step, plan);
  const epoch = h("span", { data: { value: "epoch" } });
  const bar = h("progress", { max: 1, "aria-labelledby": "card-progress" });
  const element = h(
    "article",
    { class: "card hero", data: { card: "progress" }, "aria-labelledby": "card-progress" },
    h("h3", { id: "card-progress" }, "Progress"),
    h("p", { class: "now" }, value),
    h("p", { class: "position" }, steps, epoch),
    bar,
  );
  const put = (stats) => {
    const known = stats.progress !== null;
    const counts = stats.step !== null;
    figure(value, stats.progress, known ? percent(stats.progress) : "no plan is known");
    attribute(value, "data-unknown", !known);
    bar.hidden = !known;
    steps.hidden = !counts;
    attribute(bar, "value", known ? stats.progress : 0);
    attribute(bar, "aria-valuetext", percent(stats.progress));
    figure(step, stats.step, counts ? `step ${position(stats.step)}` : "");
    figure(
      plan,
      stats.planned_steps,
      counts && stats.planned_steps !== null ? ` of ${position(stats.planned_steps)}` : "",
    );
    const epochs = stats.planned_epochs === null ? "" : ` of ${position(stats.planned_epochs)}`;
    figure(epoch, stats.epoch, stats.epoch === null ? "" : `epoch ${position(stats.epoch)}${epochs}`);
  };
  return { element, show: put };
}
