/**
 * @import { LocalChoices } from "./choices.js"
 * @import { Column } from "./columns.js"
 */
import { csv } from "../base/csv.js";
import { create, setAttribute, setText } from "../base/dom.js";
import { save } from "../plots/download.js";
import { columnsOf } from "./columns.js";
import { parseFilter } from "./filter.js";
import { Grid } from "./grid.js";
import { grouped, sorted } from "./order.js";
import { Sparklines } from "./sparklines.js";

/** So many runs a stream brings. */
const MOST_COMPARED = 32;

/** The table of runs with its tools: filter, group, columns, compare, CSV. */
export class RunsTable {
  #choices;
  #grid;
  #sparklines = new Sparklines((run, path) => this.#grid.showSparkline(run, path));
  /** @type {Api.Run[]} */
  #runs = [];
  /** @type {Column[]} */
  #columns = [];
  /** @type {Api.Run[]} */
  #shown = [];
  #isThen = false;
  /** @type {Set<string>} */
  #selected = new Set();
  /** @type {Set<string>} */
  #folded = new Set();
  #count = create("span", { class: "quiet", role: "status" });
  /** @type {HTMLInputElement} */
  #filter;
  #group = create("select", { "aria-label": "Group by", id: "runs-group" });
  #chooser = create("div", { class: "column-list" });
  #compare;

  /** @param {LocalChoices} choices */
  constructor(choices) {
    this.#choices = choices;
    this.#grid = new Grid({
      address: (run) => addressOf([run]),
      isThen: () => this.#isThen,
      isSelected: (run) => this.#selected.has(run),
      toggle: (run) => this.#toggle(run),
      fold: (group) => this.#fold(group),
      isFolded: (group) => this.#folded.has(group),
      sparkline: (run) => this.#sparklines.path(run),
      sort: (key) => this.#sort(key),
      sortedBy: () => choices.get().sort,
      open: (run) => location.assign(addressOf([run])),
      inSight: (runs) => this.#sparklines.want(runs),
    });
    this.#filter = create("input", {
      type: "search",
      id: "runs-filter",
      placeholder: "state:training lr>1e-4 name~qlora",
      "aria-label": "Filter",
      "aria-describedby": "runs-filter-help",
      autocomplete: "off",
      on: { input: () => this.#choose({ filter: this.#filter.value }) },
    });
    this.#filter.value = choices.get().filter;
    this.#group.addEventListener("change", () => this.#choose({ group: this.#group.value }));
    this.#compare = create("a", { class: "tool", id: "runs-compare", role: "link" }, "Compare");
    const help = create(
      "p",
      { class: "hint", id: "runs-filter-help" },
      "Words, or conditions on columns and settings: key:value, key~part, key>1e-4. Space selects a row, Enter opens it.",
    );
    this.element = create("div", { class: "runs-table" });
    this.element.append(this.#tools(), help, this.#grid.element);
  }

  /**
   * @param {Api.Run[]} runs
   * @param {boolean} [isThen] whether they are not asked for again
   */
  show(runs, isThen = false) {
    this.#runs = runs;
    this.#isThen = isThen;
    this.#columns = columnsOf(runs);
    this.#showChoices();
    this.#update();
  }

  #tools() {
    const columns = create(
      "details",
      { class: "columns-menu" },
      create("summary", { class: "tool" }, "Columns"),
      this.#chooser,
    );
    const table = create(
      "button",
      { type: "button", class: "tool", id: "runs-csv", on: { click: () => this.#save() } },
      "CSV",
    );
    return create(
      "div",
      { class: "runs-tools", role: "group", "aria-label": "What the table shows" },
      ...[this.#filter, this.#group, columns, this.#compare, table, this.#count],
    );
  }

  #showChoices() {
    const { group } = this.#choices.get();
    const wanted = [
      "",
      "folder",
      ...this.#columns.filter(({ key }) => key.includes(":")).map(({ key }) => key),
      "state",
      "writer",
    ];
    if (String([...this.#group.options].map(({ value }) => value)) !== String(wanted)) {
      const words = new Map(this.#columns.map(({ key, word }) => [key, word]));
      const word = (/** @type {string} */ key) => words.get(key) ?? (key === "" ? "no groups" : key);
      this.#group.replaceChildren(...wanted.map((key) => create("option", { value: key }, `Group: ${word(key)}`)));
    }
    this.#group.value = wanted.includes(group) ? group : "";
    const known = [...this.#chooser.querySelectorAll("input")].map(({ value }) => value);
    if (String(known) === String(this.#columns.map(({ key }) => key))) return;
    this.#chooser.replaceChildren(...this.#columns.map((column) => this.#choiceOf(column)));
  }

  /** @param {Column} column */
  #choiceOf({ key, word }) {
    const box = create("input", { type: "checkbox", value: key });
    box.checked = this.#choices.get().columns.includes(key);
    box.addEventListener("change", () => {
      const others = this.#choices.get().columns.filter((one) => one !== key);
      this.#choose({ columns: box.checked ? [...others, key] : others });
    });
    return create("label", {}, box, word);
  }

  /** @param {Partial<import("./choices.js").Choices>} changes */
  #choose(changes) {
    this.#choices.set(changes);
    this.#update();
  }

  /** @param {string} key the first click sorts up, the second down, the third not */
  #sort(key) {
    const { sort } = this.#choices.get();
    this.#choose({ sort: sort === key ? `-${key}` : sort === `-${key}` ? "" : key });
  }

  /** @param {string} run */
  #toggle(run) {
    if (!this.#selected.delete(run)) this.#selected.add(run);
    this.#update();
  }

  /** @param {string} group */
  #fold(group) {
    if (!this.#folded.delete(group)) this.#folded.add(group);
    this.#update();
  }

  #update() {
    const { filter, sort, group, columns } = this.#choices.get();
    const { matches, unknown } = parseFilter(filter, this.#columns);
    this.#shown = sorted(this.#runs.filter(matches), sort, this.#columns);
    this.#grid.show(grouped(this.#shown, group, this.#columns, this.#folded), this.#chosen(columns));
    const nothing = unknown.length > 0 ? ` No run has ${unknown.map((name) => `"${name}"`).join(", ")}.` : "";
    setText(this.#count, `${this.#shown.length} of ${this.#runs.length} runs.${nothing}`);
    const selected = this.#runs.map(({ run }) => run).filter((run) => this.#selected.has(run));
    const few = selected.slice(0, MOST_COMPARED);
    setText(this.#compare, few.length > 0 ? `Compare (${few.length})` : "Compare");
    setAttribute(this.#compare, "href", few.length > 0 ? addressOf(few) : null);
    setAttribute(this.#compare, "aria-disabled", few.length === 0 ? "true" : null);
  }

  /** @param {string[]} keys */
  #chosen(keys) {
    return keys
      .map((key) => this.#columns.find((column) => column.key === key))
      .filter((column) => column !== undefined);
  }

  #save() {
    const columns = this.#chosen(this.#choices.get().columns);
    const rows = this.#shown.map((run) => [run.run, ...columns.map(({ read }) => read(run))]);
    const text = csv(["run", ...columns.map(({ word }) => word)], rows);
    save(new Blob([text], { type: "text/csv;charset=utf-8" }), "runs.csv");
  }
}

/**
 * Where runs are shown, the first with the others laid over it.
 *
 * @param {string[]} runs
 */
function addressOf(runs) {
  return `./?${new URLSearchParams(runs.map((run) => ["run", run]))}`;
}
