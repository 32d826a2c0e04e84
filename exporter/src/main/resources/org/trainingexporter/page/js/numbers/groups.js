/** Numbers by what their names begin with: `train/`, `eval_`, `metrics.`. */
import { titleOf } from "./combined.js";

/** So many names must share a word before "_" for it to be a heading. */
const LEAST_OF_A_WORD = 3;
const FOLDER = /^([^/.]*[/.])[^/.]/;
const WORD = /^([A-Za-z0-9]+_)[^_]/;

/**
 * @typedef {{ prefix: string, signals: string[] }} Group prefix: empty for those that share none
 *
 * @param {string[]} signals
 * @returns {Group[]} in the order of the names, those without a prefix last
 */
export function groupsOf(signals) {
  const counts = new Map();
  for (const signal of signals) {
    const word = wordOf(signal);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  /** @param {string} signal */
  const prefixOf = (signal) => {
    const folder = FOLDER.exec(titleOf(signal))?.[1];
    if (folder !== undefined && Number.isNaN(Number(folder.slice(0, -1)))) return folder;
    return counts.get(wordOf(signal)) >= LEAST_OF_A_WORD ? wordOf(signal) : "";
  };
  /** @type {Map<string, string[]>} */
  const groups = new Map();
  for (const signal of [...signals].sort((a, b) => a.localeCompare(b, "en", { numeric: true }))) {
    const prefix = prefixOf(signal);
    groups.set(prefix, [...(groups.get(prefix) ?? []), signal]);
  }
  const all = [...groups].map(([prefix, own]) => ({ prefix, signals: own }));
  return [...all.filter(({ prefix }) => prefix !== ""), ...all.filter(({ prefix }) => prefix === "")];
}

/** @param {string} signal */
function wordOf(signal) {
  return WORD.exec(titleOf(signal))?.[1] ?? "";
}

/**
 * The signals in whose names every word stands.
 *
 * @param {string[]} signals
 * @param {string} text
 */
export function matching(signals, text) {
  const words = text.toLowerCase().split(/\s+/);
  return signals.filter((signal) => words.every((word) => titleOf(signal).toLowerCase().includes(word)));
}
