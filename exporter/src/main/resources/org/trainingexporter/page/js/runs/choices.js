/**
 * What the viewer chose in the table of runs, as the address has it.
 *
 * @typedef {{ filter: string, sort: string, group: string, columns: string[] }} Choices
 */
import { keepTastes, readTastes } from "../state/tastes.js";
import { USUAL } from "./columns.js";

/**
 * @param {string} search the address from its question mark on
 * @param {string[] | undefined} kept the columns that the browser keeps
 * @returns {Choices}
 */
export function parseChoices(search, kept) {
  const query = new URLSearchParams(search);
  const columns = query.getAll("column");
  return {
    filter: query.get("filter") ?? "",
    sort: query.get("sort") ?? "",
    group: query.get("group") ?? "",
    columns: columns.length > 0 ? columns : Array.isArray(kept) && kept.length > 0 ? kept : USUAL,
  };
}

/** @param {Choices} choices */
export function formatChoices({ filter, sort, group, columns }) {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries({ filter, sort, group })) {
    if (value !== "") query.set(key, value);
  }
  if (String(columns) !== String(USUAL)) for (const column of columns) query.append("column", column);
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

/** The choices of a table beside something else, which the address is of; columns are kept for the next visit. */
export class LocalChoices {
  #choices;

  /** @param {string} search what the address says of them */
  constructor(search = "") {
    this.#choices = parseChoices(search, readTastes().columns);
  }

  get() {
    return this.#choices;
  }

  /** @param {Partial<Choices>} changes */
  set(changes) {
    this.#choices = { ...this.#choices, ...changes };
    if (changes.columns) keepTastes({ columns: changes.columns });
  }
}

/** The choices of a page that is all table: the address has them. */
export class AddressedChoices extends LocalChoices {
  constructor() {
    super(location.search);
  }

  /**
   * @override
   * @param {Partial<Choices>} changes
   */
  set(changes) {
    super.set(changes);
    history.replaceState(null, "", location.pathname + formatChoices(this.get()));
  }
}
