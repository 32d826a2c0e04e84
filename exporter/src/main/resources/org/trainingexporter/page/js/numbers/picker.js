/**
 * @import { Curve } from "../curves/curve.js"
 * @import { Model } from "../state/model.js"
 * @import { View } from "../state/view.js"
 * @import { Group } from "./groups.js"
 */
import { create, setAttribute, setText, setValue } from "../base/dom.js";
import { number } from "../base/format.js";
import { otherSignals } from "../plots/plot-list.js";
import { combine, isValue, MOST_VALUES, signalsOf, titleOf } from "./combined.js";
import { groupsOf, matching } from "./groups.js";

/** Every number without a standard plot, by its prefix and with search: each on a plot, or several on one. */
export class NumberPicker {
  #model;
  #view;
  #shownCurves;
  #summary = create("summary", { class: "tool" });
  #list = create("div", { class: "numbers-list" });
  #none = create("p", { class: "quiet", hidden: true }, "No number has a name like this.");
  #hint = create("span", { class: "quiet", role: "status" });
  /** @type {HTMLInputElement} */
  #search;
  #each;
  #together;
  /** @type {Set<string>} */
  #chosen = new Set();
  /** What the list shows now. */
  #shown = "";

  /** @param {{ model: Model, view: View, shownCurves: () => Curve[] }} context */
  constructor({ model, view, shownCurves }) {
    this.#model = model;
    this.#view = view;
    this.#shownCurves = shownCurves;
    this.#search = create("input", {
      type: "search",
      id: "number-search",
      placeholder: "Search numbers",
      "aria-label": "Search numbers",
      autocomplete: "off",
      on: { input: () => this.#update() },
    });
    this.#each = this.#button("plot-each", "A plot each", (chosen) => chosen);
    this.#together = this.#button("plot-together", "All in one plot", (chosen) => [combine(chosen)]);
    this.element = /** @type {HTMLDetailsElement} */ (
      create(
        "details",
        { class: "numbers", id: "add-plot", hidden: true, on: { toggle: () => this.#update() } },
        this.#summary,
        create(
          "div",
          { class: "panel", role: "group", "aria-label": "Numbers to plot" },
          create("div", { class: "numbers-tools" }, this.#search, this.#each, this.#together, this.#hint),
          this.#none,
          this.#list,
        ),
      )
    );
    this.element.addEventListener("keydown", ({ key }) => key === "Escape" && this.close());
    view.on(["plots", "runs", "hidden"], () => this.#update());
    model.on(["curves", "stats"], () => this.#update());
  }

  close() {
    this.element.open = false;
    this.#summary.focus();
  }

  /**
   * @param {string} id
   * @param {string} text
   * @param {(chosen: string[]) => string[]} plotsOf
   */
  #button(id, text, plotsOf) {
    const add = () => {
      const plots = this.#view.get("plots");
      const wanted = plotsOf([...this.#chosen]).filter((plot) => !plots.includes(plot));
      this.#chosen.clear();
      this.#view.set({ plots: [...plots, ...wanted] });
      this.#shown = "";
      this.#update();
      this.#search.focus();
    };
    return create("button", { type: "button", class: "tool", id, on: { click: add } }, text);
  }

  #signals() {
    return [...new Set(this.#shownCurves().flatMap((curve) => otherSignals(curve.signals)))];
  }

  #update() {
    const all = this.#signals();
    this.element.hidden = all.length === 0;
    setText(this.#summary, `Add plots (${all.length} ${all.length === 1 ? "number" : "numbers"})`);
    if (!this.element.open) return;
    const found = matching(all, this.#search.value);
    this.#none.hidden = found.length > 0;
    const known = new Set(all);
    const plotted = new Set(signalsOf(this.#view.get("plots"), (signal) => known.has(signal)));
    const now = JSON.stringify([found, [...plotted]]);
    if (now !== this.#shown) {
      this.#shown = now;
      this.#list.replaceChildren(...groupsOf(found).map((group) => this.#groupOf(group, plotted)));
    }
    this.#showValues();
    this.#showChoice(plotted);
  }

  /**
   * @param {Group} group
   * @param {Set<string>} plotted
   */
  #groupOf({ prefix, signals }, plotted) {
    const boxes = signals.map((signal) => this.#rowOf(signal, prefix, plotted.has(signal)));
    const all = create("button", { type: "button", class: "linklike" }, "all");
    setAttribute(all, "aria-label", `Choose all of ${prefix || "these"}`);
    all.addEventListener("click", () => {
      const isOn = !boxes.every(({ box }) => box.checked);
      for (const { box } of boxes) {
        if (box.checked !== isOn) box.click();
      }
    });
    return create(
      "fieldset",
      { data: { prefix } },
      create("legend", {}, prefix === "" ? "without a prefix" : prefix, " ", all),
      ...boxes.map(({ element }) => element),
    );
  }

  /**
   * @param {string} signal
   * @param {string} prefix
   * @param {boolean} isPlotted
   */
  #rowOf(signal, prefix, isPlotted) {
    const box = create("input", { type: "checkbox", value: signal, "aria-label": titleOf(signal) });
    box.checked = this.#chosen.has(signal);
    box.addEventListener("change", () => {
      if (box.checked) this.#chosen.add(signal);
      else this.#chosen.delete(signal);
      this.#update();
    });
    const name = titleOf(signal).slice(prefix.length);
    const sign = isPlotted ? create("span", { class: "quiet" }, "plotted") : null;
    const value = create("span", { class: "figure", data: { number: titleOf(signal) } });
    return { box, element: create("label", {}, box, create("span", {}, name), sign, value) };
  }

  #showValues() {
    const values = this.#model.parts.stats?.values ?? {};
    for (const element of this.#list.querySelectorAll("[data-number]")) {
      const { number: key = "" } = /** @type {HTMLElement} */ (element).dataset;
      setValue(element, values[key], key in values ? number(values[key]) : "");
    }
  }

  /** @param {Set<string>} plotted */
  #showChoice(plotted) {
    const chosen = [...this.#chosen];
    const count = new Set([...plotted, ...chosen].filter(isValue)).size;
    const isTooMany = count > MOST_VALUES;
    setAttribute(this.#each, "disabled", chosen.length === 0 || isTooMany);
    setAttribute(this.#together, "disabled", chosen.length < 2 || isTooMany);
    const many = isTooMany ? `${count} are too many: at most ${MOST_VALUES} at once. ` : "";
    setText(this.#hint, `${many}${chosen.length === 0 ? "Choose one or more." : `${chosen.length} chosen.`}`);
  }
}
