import { byId, create, setAttribute, setText } from "./dom.js";
import { FIELDS, GROUPS, runsOf, show } from "./fields.js";
import { DEFAULTS, PRESETS } from "./presets.js";

/** The experiments and the choices. Calls back with the runs to start; shows what the server refuses. */
export class Form {
  #form = byId("settings");
  #rows = new Map();
  #dataset = "spiral";

  constructor(start) {
    byId("presets").append(...PRESETS.map((preset, i) => this.#preset(preset, i)));
    byId("groups").append(
      ...GROUPS.map(({ name, fields }) =>
        create(
          "fieldset",
          { class: "group" },
          create("legend", {}, name),
          create("div", { class: "fields" }, ...fields.map((field) => this.#row(field))),
        ),
      ),
    );
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!byId("start").disabled) start(runsOf(this.texts()));
    });
    this.#form.addEventListener("input", (event) => this.#changed(event.target.name));
    this.choose(PRESETS[0]);
  }

  #preset(preset, i) {
    // Arrow keys click too, and a click on the chosen one fills it in again.
    const input = create("input", {
      type: "radio",
      name: "preset",
      value: i,
      checked: i === 0,
      on: { click: () => this.choose(preset) },
    });
    return create("label", {}, input, create("span", {}, preset.name));
  }

  #row(field) {
    const { key, label, hint, options } = field;
    const id = `field-${key}`;
    const same = { id, name: key, "aria-describedby": `${id}-trouble ${id}-hint`, autocomplete: "off" };
    const input = options
      ? create("select", same, ...options.map(([value, text]) => create("option", { value }, text)))
      : create("input", { ...same, type: "text", inputmode: field.list ? "text" : "decimal", spellcheck: "false" });
    const trouble = create("p", { class: "field-trouble", id: `${id}-trouble`, hidden: true });
    const row = create(
      "div",
      { class: "field", data: { field: key } },
      create("label", { for: id }, label),
      input,
      trouble,
      create("p", { class: "field-hint", id: `${id}-hint` }, hint),
    );
    this.#rows.set(key, { field, row, input, trouble });
    return row;
  }

  texts() {
    return Object.fromEntries(FIELDS.map(({ key }) => [key, this.#rows.get(key).input.value]));
  }

  /** Fills in an experiment and says what to watch for. */
  choose({ what, watch, settings }) {
    byId("watch").replaceChildren(
      create("p", {}, what),
      create("h3", {}, "Watch for"),
      create("ul", {}, ...watch.map((text) => create("li", {}, text))),
    );
    this.fill(settings);
  }

  fill(settings) {
    for (const [key, value] of Object.entries(settings)) {
      if (this.#rows.has(key)) this.#rows.get(key).input.value = show(value);
    }
    this.#dataset = settings.dataset;
    this.refused("");
    this.#fit();
  }

  /** What still has the default of the data that were chosen before takes that of the new ones. */
  #changed(key) {
    const { dataset, model } = this.texts();
    if (key === "dataset" && dataset !== this.#dataset) {
      const before = DEFAULTS[this.#dataset];
      for (const [name, value] of Object.entries(DEFAULTS[dataset])) {
        const { input } = this.#rows.get(name);
        if (input.value === show(before[name])) input.value = show(value);
      }
      if (dataset === "spiral" && model === "cnn") this.#rows.get("model").input.value = "mlp";
      this.#dataset = dataset;
    }
    if (this.#rows.has(key)) this.#tell(this.#rows.get(key), "");
    this.#fit();
  }

  #fit() {
    const texts = this.texts();
    for (const { field, input, row } of this.#rows.values()) {
      input.disabled = field.only !== undefined && !field.only(texts);
      row.classList.toggle("off", input.disabled);
    }
    this.#rows.get("model").input.options[1].disabled = texts.dataset === "spiral";
    const count = runsOf(texts).length;
    setText(byId("start"), count === 1 ? "Start" : `Start ${count} runs`);
    setText(byId("plan"), count === 1 ? "" : "one after the other");
  }

  /** The server's words, beside the field that they name; else above the buttons. */
  refused(text) {
    const [, key, message] = /^(\w+)(?:\[\d+\])?: (.*)$/s.exec(text) ?? [];
    for (const row of this.#rows.values()) this.#tell(row, row.field.key === key ? message : "");
    const named = this.#rows.get(key);
    if (named) named.input.focus();
    byId("trouble").hidden = text === "" || named !== undefined;
    setText(byId("trouble"), named ? "" : text);
  }

  #tell({ input, trouble }, message) {
    setAttribute(input, "aria-invalid", message === "" ? null : "true");
    trouble.hidden = message === "";
    setText(trouble, message);
  }
}
