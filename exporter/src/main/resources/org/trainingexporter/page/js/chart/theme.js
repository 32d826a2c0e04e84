import { TIME_KINDS } from "../curves/hours.js";

/**
 * Colours out of the style sheet, so that light and dark stand in one place, and what a run's line looks like.
 *
 * @typedef {ReturnType<typeof readTheme>} Theme
 * @typedef {{ color: string, dash: number[] }} Stroke dash: pixels drawn and left out, none for a solid line
 */

/** So many runs can be told apart by colour and dash; the style sheet has as many. */
export const RUN_STROKES = 12;

/** The colours of each theme, once they were read. @type {Map<string | undefined, ReturnType<typeof themeNow>>} */
const themes = new Map();

/** The page's theme as it is now. */
export function readTheme() {
  const { theme: name } = document.documentElement.dataset;
  const theme = themes.get(name) ?? themeNow();
  themes.set(name, theme);
  return theme;
}

function themeNow() {
  const style = getComputedStyle(document.documentElement);
  /** @param {string} name */
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  return {
    runs: Array.from({ length: RUN_STROKES }, (_, i) => colour(`run-${i}`)),
    text: colour("text"),
    soft: colour("soft"),
    line: colour("line"),
    grid: colour("grid"),
    surface: colour("surface"),
    bad: colour("bad"),
    mark: colour("mark"),
    shares: Object.fromEntries(TIME_KINDS.map((kind) => [kind, colour(`share-${kind}`)])),
    font: style.getPropertyValue("font-family"),
  };
}

const DASHES = [[], [8, 4], [2, 3], [10, 4, 2, 4]];

/**
 * The line of the run at this place in the plots: colour and dash together tell it apart.
 *
 * @param {Theme} theme
 * @param {number} index
 * @returns {Stroke}
 */
export function strokeOf(theme, index) {
  return { color: theme.runs[index % theme.runs.length], dash: DASHES[index % DASHES.length] };
}

/**
 * The line of one of a plot's signals: of one run by colour and dash, beside other runs by the dash alone.
 *
 * @param {Theme} theme
 * @param {number} run
 * @param {number} part
 * @param {boolean} [ofMany]
 * @returns {Stroke}
 */
export function strokeOfPart(theme, run, part, ofMany = false) {
  return ofMany ? { ...strokeOf(theme, part), color: strokeOf(theme, run).color } : strokeOf(theme, part);
}
