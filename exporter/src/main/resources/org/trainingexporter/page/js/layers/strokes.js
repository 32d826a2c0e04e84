import { strokeOf } from "../chart/theme.js";

/** The line of each of some layers: few by colour and dash, many by a colour that goes from the first to the last. */
export function layerStrokes(look, count) {
  if (count <= look.runs.length) return (i) => strokeOf(look, i);
  const stops = [look.runs[0], look.runs[2], look.runs[1]].map(channels);
  return (i) => {
    const place = (i / (count - 1)) * (stops.length - 1);
    const at = Math.min(stops.length - 2, Math.floor(place));
    const mixed = stops[at].map((low, c) => Math.round(low + (place - at) * (stops[at + 1][c] - low)));
    return { color: `rgb(${mixed})`, type: "solid" };
  };
}

function channels(hex) {
  return [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
}
