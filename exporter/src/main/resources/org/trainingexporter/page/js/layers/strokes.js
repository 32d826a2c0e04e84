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
  const stops = [theme.runs[0], theme.runs[2], theme.runs[1]].map(channels);
  return (index) => {
    const place = (index / (count - 1)) * (stops.length - 1);
    const at = Math.min(stops.length - 2, Math.floor(place));
    const mixed = stops[at].map((low, c) => Math.round(low + (place - at) * (stops[at + 1][c] - low)));
    return { color: `rgb(${mixed})`, type: "solid" };
  };
}

/** @param {string} hex */
function channels(hex) {
  return [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16));
}
