/** @import { ExporterView } from "./exporter-view.js" */

import { summaryOf } from "./fields.js";
import { byId, create } from "./js/base/dom.js";
import { duration, number, percent } from "./js/base/format.js";
import { DEFAULTS } from "./presets.js";
import { badge } from "./progress.js";
import { hasStarted } from "./run-states.js";

const HEADS = ["Run", "State", "Accuracy", "Val. loss", "Took"];

/**
 * The runs since the trainer was started, newest first: how each ended, its curves at a click, and all runs of
 * one click compared.
 */
export class RunList {
  #view;
  #reuse;
  /** What the table shows now. */
  #shown = "";

  /**
   * @param {ExporterView} view shows what is chosen here
   * @param {(settings: Trainer.Settings) => void} reuse fills a run's settings in
   */
  constructor(view, reuse) {
    this.#view = view;
    this.#reuse = reuse;
  }

  /** @param {Trainer.Run[]} runs oldest first */
  show(runs) {
    byId("runs").hidden = runs.length === 0;
    const now = JSON.stringify(runs.map((one) => [one.run, one.state, one.validation_accuracy, one.validation_loss]));
    if (now === this.#shown) return;
    this.#shown = now;
    const { activeElement } = document;
    const focused = activeElement instanceof HTMLElement ? activeElement.dataset.does : undefined;
    const heads = HEADS.map((text) => create("th", { scope: "col" }, text));
    byId("run-table").replaceChildren(
      create(
        "table",
        {},
        create("thead", {}, create("tr", {}, ...heads, create("td"))),
        create("tbody", {}, ...runs.toReversed().map((one) => this.#row(one, runs))),
      ),
    );
    if (focused === undefined) return;
    const same = document.querySelector(`[data-does="${CSS.escape(focused)}"]`);
    if (same instanceof HTMLElement) same.focus();
  }

  /**
   * @param {Trainer.Run} one
   * @param {Trainer.Run[]} runs
   */
  #row(one, runs) {
    const group = runs.filter(({ click, step }) => click === one.click && step);
    const isLast = group.length > 1 && group.at(-1) === one;
    const isOver = hasStarted(one.state) && one.state !== "training";
    const compare = () => this.#view.choose(group.map(({ run }) => run));
    const reuse = () => this.#reuse(one.settings);
    return create(
      "tr",
      { data: { run: one.run } },
      create(
        "th",
        { scope: "row" },
        one.step ? this.#link(one.run) : one.run,
        create("span", { class: "run-settings", title: summaryOf(one.settings) }, settingsOf(one)),
      ),
      create("td", {}, badge(one.state)),
      create("td", { class: "figure", data: { name: "accuracy" } }, percent(one.validation_accuracy)),
      create("td", { class: "figure", data: { name: "val. loss" } }, number(one.validation_loss)),
      create("td", { class: "figure", data: { name: "took" } }, isOver ? duration(one.seconds) : "–"),
      create(
        "td",
        { class: "tools" },
        isLast ? button(`Compare ${group.length}`, `compare ${one.click}`, compare) : null,
        button("Reuse", `reuse ${one.run}`, reuse, `Fill in the settings of ${one.run}`),
      ),
    );
  }

  /** @param {string} run */
  #link(run) {
    /** @param {MouseEvent} event */
    const click = (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.#view.choose([run]);
    };
    return create("a", { href: this.#view.address([run]), data: { does: `show ${run}` }, on: { click } }, run);
  }
}

/** What differs from the usual settings of its data. @param {Trainer.Run} run */
function settingsOf({ settings }) {
  return summaryOf(settings, DEFAULTS[String(settings.dataset)]);
}

/**
 * @param {string} text
 * @param {string} does its name among the buttons, by which the focus comes back to it
 * @param {() => void} click
 * @param {string | null} title
 */
function button(text, does, click, title = null) {
  return create("button", { type: "button", class: "tool", title, data: { does }, on: { click } }, text);
}
