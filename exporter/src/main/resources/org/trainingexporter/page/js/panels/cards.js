import { byId, create, setAttribute, setText, setValue } from "../base/dom.js";
import { number, percent, position } from "../base/format.js";
import { icon } from "../base/icons.js";
import { CARDS } from "./card-list.js";

/** The figures of now. Elements are made once and only their text changes: nothing jumps. */
export function cards(model) {
  const progress = progressCard();
  const made = CARDS.map((card) => ({ ...card, ...cardElement(card) }));
  byId("cards").append(progress.element, create("div", { class: "card-grid" }, ...made.map(({ element }) => element)));
  const follow = (stats) => {
    progress.show(stats);
    for (const { main, rows, signal, put } of made) put(stats, main, rows, signal);
  };
  model.on("stats", follow);
}

function cardElement({ id, title, main, rows, signal }) {
  const value = create("span", { class: "value", data: { value: main.key } });
  const flag = create("span", { class: "flag", hidden: true }, icon("alert"), "not finite now");
  const note = create("span", { class: "note" });
  const lines = rows.map(({ key, word }) => {
    const dd = create("dd", { data: { value: key } });
    return { dd, line: create("div", {}, create("dt", {}, word), dd) };
  });
  const element = create(
    "article",
    { class: "card", data: { card: id }, "aria-labelledby": `card-${id}` },
    create("h3", { id: `card-${id}` }, title),
    create("p", { class: "now" }, value, note, flag),
    create("dl", {}, ...lines.map(({ line }) => line)),
  );
  const put = (stats) => {
    show(value, main, stats);
    const unknown = (main.of(stats) ?? null) === null;
    setAttribute(value, "data-unknown", unknown);
    setText(note, unknown && !main.live?.(stats) ? "" : (main.note?.(stats) ?? ""));
    setAttribute(note, "data-live", main.live?.(stats) ?? false);
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
  setValue(element, raw, text ? text(stats) : as(raw));
}

function progressCard() {
  const value = create("span", { class: "value", data: { value: "progress" } });
  const step = create("span", { data: { value: "step" } });
  const plan = create("span", { data: { value: "planned_steps" } });
  const steps = create("span", {}, step, plan);
  const epoch = create("span", { data: { value: "epoch" } });
  const bar = create("progress", { max: 1, "aria-labelledby": "card-progress" });
  const element = create(
    "article",
    { class: "card hero", data: { card: "progress" }, "aria-labelledby": "card-progress" },
    create("h3", { id: "card-progress" }, "Progress"),
    create("p", { class: "now" }, value),
    create("p", { class: "position" }, steps, epoch),
    bar,
  );
  const put = (stats) => {
    const known = stats.progress !== null;
    const counts = stats.step !== null;
    setValue(value, stats.progress, known ? percent(stats.progress) : "no plan is known");
    setAttribute(value, "data-unknown", !known);
    bar.hidden = !known;
    steps.hidden = !counts;
    setAttribute(bar, "value", known ? stats.progress : 0);
    setAttribute(bar, "aria-valuetext", percent(stats.progress));
    setValue(step, stats.step, counts ? `step ${position(stats.step)}` : "");
    setValue(
      plan,
      stats.planned_steps,
      counts && stats.planned_steps !== null ? ` of ${position(stats.planned_steps)}` : "",
    );
    const epochs = stats.planned_epochs === null ? "" : ` of ${position(stats.planned_epochs)}`;
    setValue(epoch, stats.epoch, stats.epoch === null ? "" : `epoch ${position(stats.epoch)}${epochs}`);
  };
  return { element, show: put };
}
