/**
 * @import { Column } from "./columns.js"
 * @import { GroupRow, RunRow } from "./order.js"
 * @import { RowActions } from "./rows.js"
 */
import { create, setAttribute } from "../base/dom.js";
import { icon } from "../base/icons.js";
import { groupRow, rowOf } from "./rows.js";

/** The height of each row, which the style sheet has too. */
const ROW_PX = 40;
/** Rows beyond what is in sight that are there already. */
const MORE = 8;
const PICK_PX = 40;
const NAME_PX = globalThis.matchMedia?.("(max-width: 600px)").matches ? 130 : 250;
const SPARK_PX = 116;

/**
 * @typedef {RowActions & {
 *   sort: (key: string) => void,
 *   sortedBy: () => string,
 *   open: (run: string) => void,
 *   inSight: (runs: Api.Run[]) => void,
 * }} GridActions
 */

/**
 * A table of any length: only the rows in sight exist. Arrow keys, Page up and down, Home and End move through the
 * rows; Space selects one, Enter opens it or folds a group.
 */
export class Grid {
  #actions;
  #head = create("tr");
  #columns = create("colgroup");
  #body = create("tbody");
  #table;
  /** @type {(GroupRow | RunRow)[]} */
  #rows = [];
  /** @type {Column[]} */
  #shown = [];
  /** The row that has the focus, or would have it. */
  #active = 0;
  #isWaiting = false;

  /** @param {GridActions} actions */
  constructor(actions) {
    this.#actions = actions;
    this.#table = create("table", { class: "grid", role: "grid", "aria-label": "Runs" }, this.#columns);
    this.#table.append(create("thead", {}, this.#head), this.#body);
    this.element = create(
      "div",
      { class: "grid-scroll", tabindex: 0, role: "region", "aria-label": "Runs" },
      this.#table,
    );
    this.element.addEventListener("scroll", () => this.#drawSoon());
    this.element.addEventListener("keydown", (event) => this.#key(event));
    new ResizeObserver(() => this.#drawSoon()).observe(this.element);
  }

  /**
   * @param {(GroupRow | RunRow)[]} rows
   * @param {Column[]} columns
   */
  show(rows, columns) {
    this.#rows = rows;
    this.#active = Math.max(0, Math.min(rows.length - 1, this.#active));
    if (String(columns.map(({ key }) => key)) !== String(this.#shown.map(({ key }) => key))) this.#layOut(columns);
    this.#shown = columns;
    for (const cell of this.#head.children) this.#showOrder(cell);
    setAttribute(this.#table, "aria-rowcount", rows.length + 1);
    this.#draw();
  }

  /**
   * A line of the loss is there.
   *
   * @param {string} run
   * @param {string} path
   */
  showSparkline(run, path) {
    const row = [...this.#body.children].find((one) => one instanceof HTMLElement && one.dataset.run === run);
    const line = row?.querySelector("path");
    if (line) setAttribute(line, "d", path);
  }

  /** @param {Column[]} columns */
  #layOut(columns) {
    const others = columns.map(({ width }) => width);
    // The names have what the others leave.
    this.#columns.replaceChildren(...[PICK_PX, null, SPARK_PX, ...others].map((width) => create("col", { width })));
    this.#table.style.minWidth = `${[PICK_PX, NAME_PX, SPARK_PX, ...others].reduce((sum, one) => sum + one, 0)}px`;
    this.#head.replaceChildren(
      create("td", {}),
      this.#heading("name", "Run"),
      create("th", { scope: "col" }, "Loss curve"),
      ...columns.map((column) => this.#heading(column.key, column.word, this.#hasNumbers(column))),
    );
  }

  /** Whether its heading stands on the right, as its numbers do. @param {Column} column */
  #hasNumbers({ isFigure = false, read }) {
    return isFigure || this.#rows.some((row) => "run" in row && typeof read(row.run) === "number");
  }

  /**
   * @param {string} key
   * @param {string} word
   * @param {boolean} [isFigure]
   */
  #heading(key, word, isFigure = false) {
    const button = create("button", { type: "button", on: { click: () => this.#actions.sort(key) } }, word);
    return create("th", { scope: "col", class: isFigure ? "figure" : null, data: { sort: key } }, button);
  }

  /** @param {Element} cell */
  #showOrder(cell) {
    if (!(cell instanceof HTMLElement) || cell.dataset.sort === undefined) return;
    const by = this.#actions.sortedBy();
    const isSorted = by.replace(/^-/, "") === cell.dataset.sort;
    const order = by.startsWith("-") ? "descending" : "ascending";
    setAttribute(cell, "aria-sort", isSorted ? order : null);
    cell.querySelector("svg")?.remove();
    if (isSorted) cell.querySelector("button")?.append(icon(order === "ascending" ? "up" : "down"));
  }

  #drawSoon() {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    requestAnimationFrame(() => {
      this.#isWaiting = false;
      this.#draw();
    });
  }

  #draw() {
    const { scrollTop, clientHeight } = this.element;
    const first = Math.max(0, Math.floor(scrollTop / ROW_PX) - MORE);
    const last = Math.min(this.#rows.length, Math.ceil((scrollTop + clientHeight) / ROW_PX) + MORE);
    const focused = this.#body.contains(document.activeElement);
    const rows = this.#rows.slice(first, last).map((row, i) => this.#rowOf(row, first + i));
    this.#body.replaceChildren(spacer(first), ...rows, spacer(this.#rows.length - last));
    const active = rows[this.#active - first];
    if (active) active.tabIndex = 0;
    if (focused) active?.focus({ preventScroll: true });
    this.#actions.inSight(this.#rows.slice(first, last).flatMap((row) => ("run" in row ? [row.run] : [])));
  }

  /**
   * @param {GroupRow | RunRow} row
   * @param {number} index
   */
  #rowOf(row, index) {
    const element =
      "run" in row
        ? rowOf(row.run, index, this.#shown, this.#actions)
        : groupRow(row, index, this.#shown.length + 3, this.#actions);
    element.addEventListener("focusin", () => {
      this.#active = index;
    });
    return element;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor(this.element.clientHeight / ROW_PX) - 2);
    /** @type {Record<string, number>} */
    const moves = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity };
    const isInHead = event.target instanceof Element && event.target.closest("thead") !== null;
    const row = this.#rows[this.#active];
    if (isInHead || row === undefined) return;
    if (event.key in moves) this.#moveTo(this.#active + moves[event.key]);
    else if (event.key === " " && "run" in row) this.#actions.toggle(row.run.run);
    else if (event.key === "Enter" && "run" in row) this.#actions.open(row.run.run);
    else if (event.key === "Enter" && "group" in row) this.#actions.fold(row.group);
    else return;
    event.preventDefault();
  }

  /** @param {number} index */
  #moveTo(index) {
    this.#active = Math.max(0, Math.min(this.#rows.length - 1, index));
    const top = this.#active * ROW_PX;
    const { scrollTop, clientHeight } = this.element;
    if (top < scrollTop) this.element.scrollTop = top;
    else if (top + 2 * ROW_PX > scrollTop + clientHeight) this.element.scrollTop = top + 2 * ROW_PX - clientHeight;
    this.#draw();
    const row = this.#body.querySelector(`[data-row="${this.#active}"]`);
    if (row instanceof HTMLElement) row.focus({ preventScroll: true });
  }
}

/** @param {number} rows that are out of sight */
function spacer(rows) {
  const element = create("tr", { "aria-hidden": "true", class: "spacer" });
  element.style.height = `${rows * ROW_PX}px`;
  return element;
}
