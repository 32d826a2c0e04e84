/**
 * Filters of runs: `state:training lr>1e-4 name~qlora word`. All conditions must hold.
 *
 * @import { Column, Value } from "./columns.js"
 *
 * @typedef {{ matches: (run: Api.Run) => boolean, unknown: string[] }} Filter unknown: names that no column has
 */
import { NOTES } from "../notes/notes.js";
import { columnNamed } from "./columns.js";

const CONDITION = /^([^\s:~<>=!]+)(>=|<=|!=|[:=~<>])(.*)$/;

/** @type {Record<string, (value: Value, wanted: string) => boolean>} */
const TESTS = {
  ":": isSame,
  "=": isSame,
  "!=": (value, wanted) => !isSame(value, wanted),
  "~": (value, wanted) => value !== null && String(value).toLowerCase().includes(wanted.toLowerCase()),
  ">": (value, wanted) => typeof value === "number" && value > Number(wanted),
  ">=": (value, wanted) => typeof value === "number" && value >= Number(wanted),
  "<": (value, wanted) => typeof value === "number" && value < Number(wanted),
  "<=": (value, wanted) => typeof value === "number" && value <= Number(wanted),
};

/**
 * @param {string} text
 * @param {Column[]} columns
 * @returns {Filter}
 */
export function parseFilter(text, columns) {
  /** @type {((run: Api.Run) => boolean)[]} */
  const conditions = [];
  /** @type {string[]} */
  const unknown = [];
  for (const word of text.split(/\s+/).filter((one) => one !== "")) {
    const [, name = "", operator = "", wanted = ""] = CONDITION.exec(word) ?? [];
    if (operator === "") {
      conditions.push((run) => hasWord(run, word));
      continue;
    }
    const column = name === "name" || name === "run" ? { read: nameOf } : columnNamed(name, columns);
    if (column === undefined) unknown.push(name);
    else if (wanted !== "") conditions.push((run) => holds(column, run, operator, wanted));
  }
  return { matches: (run) => conditions.every((condition) => condition(run)), unknown };
}

/**
 * @param {Pick<Column, "read" | "also">} column
 * @param {Api.Run} run
 * @param {string} operator
 * @param {string} wanted
 */
function holds({ read, also = read }, run, operator, wanted) {
  const found = [read(run), also(run)].map((value) => TESTS[operator](value, wanted));
  return operator === "!=" ? !found.includes(false) : found.includes(true);
}

/** @param {Api.Run} run */
function nameOf({ run, name }) {
  return name ? `${run} ${name}` : run;
}

/**
 * @param {Value} value
 * @param {string} wanted
 */
function isSame(value, wanted) {
  if (typeof value === "number") return value === Number(wanted);
  return value !== null && value.toLowerCase().replaceAll(" ", "_") === wanted.toLowerCase();
}

/**
 * @param {Api.Run} run
 * @param {string} word
 */
function hasWord(run, word) {
  const { note, tags } = NOTES.of(run.run);
  return `${nameOf(run)} ${run.writer} ${run.state} ${run.ending ?? ""} ${note} ${tags.join(" ")}`
    .toLowerCase()
    .includes(word.toLowerCase());
}
