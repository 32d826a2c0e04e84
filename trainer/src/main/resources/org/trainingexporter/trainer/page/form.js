/** @import { Field, Texts } from "./fields.js" */

import { FIELDS, GROUPS, runsOf, textOf } from "./fields.js";
import { byId, create, setAttribute, setText } from "./js/base/dom.js";
import { DEFAULTS, PRESETS } from "./presets.js";

/**
 * @typedef {object} Row what a field is made of
 * @property {Field} field
 * @property {HTMLElement} element
 * @property {HTMLInputElement | HTMLSelectElement} input
 * @property {HTMLElement} trouble
 */

/** The experiments and the choices. Calls back with the runs to start; shows what the server refuses. */
export class Form {
  #form = /** @type {HTMLFormElement} */ (byId("settings"));
  #startButton = /** @type {HTMLButtonElement} */ (byId("start"));
  #trouble = byId("trouble");
  /** @type {Map<string, Row>} */
  #rows = new Map();
  /** The data whose defaults are filled in. */
  #dataset = "spiral";

  /** @param {(runs: Trainer.Settings[]) => void} start */
  constructor(start) {
    byId("presets").append(...PRESETS.map((preset, i) => this.#presetChoice(preset, i)));
    byId("groups").append(
      ...GROUPS.map(({ name, fields }) =>
        create(
          "fieldset",
          { class: "group" },
          create("legend", {}, name),
          create("div", { class: "fields" }, ...fields.map((field) => this.#addRow(field))),
        ),
      ),
    );
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!this.#startButton.disabled) start(runsOf(this.#texts()));
    });
    this.#form.addEventListener("input", ({ target }) => {
      if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) this.#changed(target.name);
    });
    this.#choose(PRESETS[0]);
  }

  /**
   * Fills in the settings of a run or an experiment.
   *
   * @param {Trainer.Settings} settings
   */
  fill(settings) {
    for (const [key, value] of Object.entries(settings)) {
      const row = this.#rows.get(key);
      if (row) row.input.value = textOf(value);
    }
    this.#dataset = String(settings.dataset);
    this.showRefusal("");
    this.#update();
  }

  /**
   * Why the server refuses a start, beside the field that it names, else above the buttons.
   *
   * @param {string} text empty where it does not
   */
  showRefusal(text) {
    const [, key = "", message = ""] = /^(\w+)(?:\[\d+\])?: (.*)$/s.exec(text) ?? [];
    for (const row of this.#rows.values()) showTrouble(row, row.field.key === key ? message : "");
    const named = this.#rows.get(key);
    named?.input.focus();
    this.#trouble.hidden = text === "" || named !== undefined;
    setText(this.#trouble, named ? "" : text);
  }

  /**
   * @param {(typeof PRESETS)[number]} preset
   * @param {number} i
   */
  #presetChoice(preset, i) {
    // Arrow keys click too, and a click on the chosen one fills it in again.
    const click = () => this.#choose(preset);
    const input = create("input", { type: "radio", name: "preset", value: i, checked: i === 0, on: { click } });
    return create("label", {}, input, create("span", {}, preset.name));
  }

  /** @param {Field} field */
  #addRow(field) {
    const { key, label, hint } = field;
    const input = inputOf(field);
    const trouble = create("p", { class: "field-trouble", id: `${input.id}-trouble`, hidden: true });
    const element = create(
      "div",
      { class: "field", data: { field: key } },
      create("label", { for: input.id }, label),
      input,
      trouble,
      create("p", { class: "field-hint", id: `${input.id}-hint` }, hint),
    );
    this.#rows.set(key, { field, element, input, trouble });
    return element;
  }

  /** @returns {Texts} */
  #texts() {
    return Object.fromEntries(FIELDS.map(({ key }) => [key, this.#input(key).value]));
  }

  /** @param {string} key */
  #input(key) {
    const row = this.#rows.get(key);
    if (!row) throw new Error(`the form has no field ${key}`);
    return row.input;
  }

  /**
   * Fills in an experiment and says what to watch for.
   *
   * @param {(typeof PRESETS)[number]} preset
   */
  #choose({ what, watch, settings }) {
    byId("watch").replaceChildren(
      create("p", {}, what),
      create("h3", {}, "Watch for"),
      create("ul", {}, ...watch.map((text) => create("li", {}, text))),
    );
    this.fill(settings);
  }

  /** @param {string} key */
  #changed(key) {
    const { dataset } = this.#texts();
    if (key === "dataset" && dataset !== this.#dataset) this.#changeData(dataset);
    const row = this.#rows.get(key);
    if (row) showTrouble(row, "");
    this.#update();
  }

  /**
   * What still has the default of the data that were chosen before takes that of the new ones.
   *
   * @param {string} dataset
   */
  #changeData(dataset) {
    const before = DEFAULTS[this.#dataset];
    for (const [key, value] of Object.entries(DEFAULTS[dataset])) {
      const input = this.#input(key);
      if (input.value === textOf(before[key])) input.value = textOf(value);
    }
    const model = this.#input("model");
    if (dataset === "spiral" && model.value === "cnn") model.value = "mlp";
    this.#dataset = dataset;
  }

  /** Fields that do not matter are switched off; the button says how many runs it starts. */
  #update() {
    const texts = this.#texts();
    for (const { field, input, element } of this.#rows.values()) {
      input.disabled = field.appliesTo !== undefined && !field.appliesTo(texts);
      element.classList.toggle("off", input.disabled);
    }
    const cnn = this.#form.querySelector("option[value=cnn]");
    if (cnn instanceof HTMLOptionElement) cnn.disabled = texts.dataset === "spiral";
    const count = runsOf(texts).length;
    setText(this.#startButton, count === 1 ? "Start" : `Start ${count} runs`);
    setText(byId("plan"), count === 1 ? "" : "one after the other");
  }
}

/** @param {Field} field */
function inputOf({ key, options, isList }) {
  const id = `field-${key}`;
  const same = { id, name: key, "aria-describedby": `${id}-trouble ${id}-hint`, autocomplete: "off" };
  if (options) {
    return create("select", same, ...options.map(([value, text]) => create("option", { value }, text)));
  }
  return create("input", { ...same, type: "text", inputmode: isList ? "text" : "decimal", spellcheck: "false" });
}

/**
 * @param {Row} row
 * @param {string} message empty where there is none
 */
function showTrouble({ input, trouble }, message) {
  setAttribute(input, "aria-invalid", message === "" ? null : "true");
  trouble.hidden = message === "";
  setText(trouble, message);
}
