/** @import { Stroke, Theme } from "../chart/theme.js" */
import { strokeOf } from "../chart/theme.js";

/**
 * The lines of so many layers: few by colour and dash, many by a colour that goes from the first to the last.
 *
 * @param {Theme} theme
 * @param {number} count
 * @returns {(index: number) => Stroke}
 */
export function layerStrokes(theme, count) {
  if (count <= theme.runs.length) return (index) => strokeOf(theme, index);
  const stops = [theme.runs[0], theme.runs[2], theme.runs[1]];
  return (index) => ({ color: mixedColour(stops, index / (count - 1)), dash: [] });
}

/**
 * The colour at a place between the first of these and the last.
 *
 * @param {string[]} stops as the style sheet has them: #rgb or #rrggbb
 * @param {number} place 0 to 1
 */
export function mixedColour(stops, place) {
  const scaled = Math.max(0, Math.min(1, place)) * (stops.length - 1);
  const at = Math.min(stops.length - 2, Math.floor(scaled));
  const [from, to] = [channels(stops[at]), channels(stops[at + 1])];
  return `rgb(${from.map((low, c) => Math.round(low + (scaled - at) * (to[c] - low)))})`;
}

/** @param {string} hex */
function channels(hex) {
  const long = hex.length === 4 ? hex.replace(/[^#]/g, "$&$&") : hex;
  return [1, 3, 5].map((i) => Number.parseInt(long.slice(i, i + 2), 16));
}
