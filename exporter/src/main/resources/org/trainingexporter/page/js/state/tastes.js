/**
 * What the viewer likes, kept by the browser for the next visit. An address that says something else wins.
 *
 * @import { Axis } from "./url.js"
 *
 * @typedef {"system" | "light" | "dark"} ThemeChoice
 * @typedef {{ x?: Axis, smooth?: number, refresh?: Api.RefreshMode | null, theme?: ThemeChoice, columns?: string[],
 *   metrics?: "all" | "few" }} Kept
 */

/** The same name stands in theme-first.js. */
const KEY = "training-exporter";

/** The choices for a view that are kept. */
export const KEPT_CHOICES = /** @type {const} */ (["x", "smooth", "refresh"]);

/**
 * What the browser keeps; nothing where it may not.
 *
 * @returns {Kept}
 */
export function readTastes() {
  try {
    const kept = JSON.parse(globalThis.localStorage?.getItem(KEY) ?? "{}");
    return typeof kept === "object" && kept !== null ? kept : {};
  } catch {
    return {};
  }
}

/** @param {Kept} changes */
export function keepTastes(changes) {
  try {
    globalThis.localStorage?.setItem(KEY, JSON.stringify({ ...readTastes(), ...changes }));
  } catch {
    // The browser keeps nothing for this page: the choice holds for this visit.
  }
}
