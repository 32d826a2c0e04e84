/**
 * @import { Column } from "./columns.js"
 * @import { GroupRow } from "./order.js"
 */
import { create } from "../base/dom.js";
import { sparkline } from "../base/sparkline.js";
import { badge } from "../page/badge.js";

/**
 * @typedef {object} RowActions
 * @property {(run: string) => string} address at which a run is shown
 * @property {() => boolean} isThen whether the runs are not asked for again
 * @property {(run: string) => boolean} isSelected
 * @property {(run: string) => void} toggle
 * @property {(group: string) => void} fold
 * @property {(group: string) => boolean} isFolded
 * @property {(run: string) => string} sparkline
 */

/**
 * The row of a run.
 *
 * @param {Api.Run} run
 * @param {number} index its place in the table
 * @param {Column[]} columns
 * @param {RowActions} actions
 */
export function rowOf(run, index, columns, actions) {
  const box = create("input", {
    type: "checkbox",
    tabindex: -1,
    "aria-label": `Select ${run.run}`,
    on: { change: () => actions.toggle(run.run) },
  });
  box.checked = actions.isSelected(run.run);
  const link = create("a", { href: actions.address(run.run), tabindex: -1, title: run.name ?? run.run }, run.run);
  const row = create(
    "tr",
    {
      tabindex: -1,
      "aria-rowindex": index + 2,
      "aria-selected": String(box.checked),
      data: { row: index, run: run.run },
    },
    create("td", { class: "pick" }, box),
    create("th", { scope: "row", class: "name" }, link),
    create("td", { class: "spark" }, sparkline(actions.sparkline(run.run))),
    ...columns.map((column) => cellOf(run, column, actions.isThen())),
  );
  return row;
}

/**
 * @param {Api.Run} run
 * @param {Column} column
 * @param {boolean} isThen
 */
function cellOf(run, { key, read, format, isFigure }, isThen) {
  const value = read(run);
  const content = key === "state" ? badge(run, isThen) : format(value);
  return create(
    "td",
    { class: isFigure || typeof value === "number" ? "figure" : null, data: { column: key } },
    content,
  );
}

/**
 * The heading of a group.
 *
 * @param {GroupRow} row
 * @param {number} index
 * @param {number} width how many columns the table has
 * @param {RowActions} actions
 */
export function groupRow({ group, count }, index, width, actions) {
  const button = create(
    "button",
    { type: "button", class: "linklike", tabindex: -1, "aria-expanded": String(!actions.isFolded(group)) },
    `${actions.isFolded(group) ? "▸" : "▾"} ${group}`,
  );
  button.addEventListener("click", () => actions.fold(group));
  const words = create("span", { class: "quiet" }, ` ${count} ${count === 1 ? "run" : "runs"}`);
  return create(
    "tr",
    { class: "group", tabindex: -1, "aria-rowindex": index + 2, data: { row: index, group } },
    create("th", { colspan: width, scope: "colgroup" }, button, words),
  );
}
