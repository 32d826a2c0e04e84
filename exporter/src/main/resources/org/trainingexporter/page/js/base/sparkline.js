/** @import { Figure } from "./format.js" */
import { createDrawn } from "./dom.js";
import { parseNumber } from "./format.js";

const WIDTH = 96;
const HEIGHT = 22;

/**
 * A small line without axes.
 *
 * @param {string} path
 */
export function sparkline(path) {
  const attributes = {
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    width: WIDTH,
    height: HEIGHT,
    preserveAspectRatio: "none",
    "aria-hidden": "true",
  };
  return createDrawn("svg", attributes, createDrawn("path", { d: path }));
}

/**
 * A line over the whole width; what is not finite is passed over.
 *
 * @param {Figure[]} values
 */
export function pathOf(values) {
  const all = values.map(parseNumber);
  const finite = all.filter((value) => value !== null && Number.isFinite(value)).map(Number);
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  const points = all.flatMap((value, i) => {
    if (value === null || !Number.isFinite(value)) return [];
    const x = (i / Math.max(1, all.length - 1)) * WIDTH;
    const y = high > low ? 1 + (1 - (value - low) / (high - low)) * (HEIGHT - 2) : HEIGHT / 2;
    return [`${x.toFixed(1)} ${y.toFixed(1)}`];
  });
  return points.length === 0 ? "" : `M${points.join("L")}`;
}
