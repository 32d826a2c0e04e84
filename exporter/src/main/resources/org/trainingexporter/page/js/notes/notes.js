/**
 * What the viewer wrote about runs and which plots come first, kept by the browser: the exporter writes nothing.
 *
 * @typedef {object} RunNote
 * @property {string} note
 * @property {string[]} tags
 * @property {boolean} alerts whether the browser notifies of this run
 *
 * @typedef {{ pins: string[], runs: Record<string, RunNote> }} Kept
 */
import { Emitter } from "../base/emitter.js";

const KEY = "training-exporter-notes";
/** @type {RunNote} */
const NOTHING = Object.freeze({ note: "", tags: [], alerts: false });

/** @extends {Emitter<{ changed: void }>} */
export class Notes extends Emitter {
  /** @type {Kept} */
  #kept = read();

  constructor() {
    super();
    globalThis.addEventListener?.("storage", ({ key }) => {
      if (key !== KEY) return;
      this.#kept = read();
      this.emit("changed");
    });
  }

  /** Names of the plots that come first, in their order. */
  get pins() {
    return this.#kept.pins;
  }

  /** @param {string} plot */
  togglePin(plot) {
    const { pins } = this.#kept;
    this.#keep({ pins: pins.includes(plot) ? pins.filter((one) => one !== plot) : [...pins, plot] });
  }

  /**
   * @param {string | null} run
   * @returns {RunNote}
   */
  of(run) {
    return this.#kept.runs[run ?? ""] ?? NOTHING;
  }

  /**
   * @param {string} run
   * @param {Partial<RunNote>} changes
   */
  set(run, changes) {
    const next = { ...this.of(run), ...changes };
    const { [run]: _, ...others } = this.#kept.runs;
    const isEmpty = next.note === "" && next.tags.length === 0 && !next.alerts;
    this.#keep({ runs: isEmpty ? others : { ...others, [run]: next } });
  }

  /** The runs that the browser notifies of. */
  alerted() {
    return Object.keys(this.#kept.runs).filter((run) => this.of(run).alerts);
  }

  /** @param {Partial<Kept>} changes */
  #keep(changes) {
    this.#kept = { ...this.#kept, ...changes };
    try {
      globalThis.localStorage?.setItem(KEY, JSON.stringify(this.#kept));
    } catch {
      // The browser keeps nothing for this page: it holds for this visit.
    }
    this.emit("changed");
  }
}

/** The one that the parts of a page share. */
export const NOTES = new Notes();

/** @returns {Kept} what cannot be read is left out */
function read() {
  let kept;
  try {
    kept = JSON.parse(globalThis.localStorage?.getItem(KEY) ?? "{}");
  } catch {
    kept = {};
  }
  const runs = Object.entries(kept?.runs ?? {}).map(([run, one]) => [run, noteOf(one)]);
  return { pins: texts(kept?.pins), runs: Object.fromEntries(runs) };
}

/**
 * @param {any} kept
 * @returns {RunNote}
 */
function noteOf(kept) {
  const note = typeof kept?.note === "string" ? kept.note : "";
  return { note, tags: texts(kept?.tags), alerts: kept?.alerts === true };
}

/** @param {unknown} list */
function texts(list) {
  return Array.isArray(list) ? list.filter((one) => typeof one === "string") : [];
}

/**
 * The pinned ones first, in the order in which they were pinned.
 *
 * @template {{ id: string }} Item
 * @param {Item[]} items
 * @param {string[]} pins
 */
export function pinnedFirst(items, pins) {
  /** @param {Item} item */
  const place = ({ id }) => (pins.includes(id) ? pins.indexOf(id) : pins.length);
  return [...items].sort((a, b) => place(a) - place(b));
}

/**
 * The tags in a text, with commas between.
 *
 * @param {string} text
 */
export function tagsIn(text) {
  return [...new Set(text.split(",").map((one) => one.trim().replace(/\s+/g, " ")))].filter((one) => one !== "");
}
