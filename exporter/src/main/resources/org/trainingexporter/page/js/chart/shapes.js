/**
 * The shapes that stand on a chart.
 *
 * @import { ChartMark } from "./scene.js"
 * @import { Theme } from "./theme.js"
 *
 * @typedef {keyof typeof SHAPES} Shape
 */

/** On a grid of 16. */
const SHAPES = {
  star: "M8 0l2.4 5.2 5.6.7-4.2 3.9 1.1 5.7L8 12.7 3.1 15.5l1.1-5.7L0 5.9l5.6-.7z",
  cross: "M1 3l2-2 5 5 5-5 2 2-5 5 5 5-2 2-5-5-5 5-2-2 5-5z",
  circle: "M0 8a8 8 0 1 0 16 0a8 8 0 1 0-16 0z",
  square: "M1 1h14v14h-14z",
};

/** @type {Map<Shape, Path2D>} */
const paths = new Map();

/**
 * Adds a shape around a place to the outline that is filled at once.
 *
 * @param {Path2D} outline
 * @param {Shape} shape
 * @param {number} left
 * @param {number} top
 * @param {number} size
 */
export function addShape(outline, shape, left, top, size) {
  const path = paths.get(shape) ?? new Path2D(SHAPES[shape]);
  paths.set(shape, path);
  const scale = size / 16;
  outline.addPath(path, new DOMMatrix([scale, 0, 0, scale, left - size / 2, top - size / 2]));
}

/**
 * A cross where a value is NaN or infinite, at the height of the last one that was finite.
 *
 * @param {{ x: number[], y: (number | null)[] }[]} lines
 * @param {Theme} theme
 * @returns {ChartMark[]}
 */
export function notFiniteMarks(lines, theme) {
  return lines.flatMap(({ x, y }) => {
    let height = y.find((value) => value !== null && Number.isFinite(value)) ?? 0;
    /** @type {ChartMark[]} */
    const marks = [];
    for (const [i, value] of y.entries()) {
      if (value === null) continue;
      if (Number.isFinite(value)) height = value;
      else marks.push({ name: "nonfinite", x: x[i], y: height, shape: "cross", size: 9, colour: theme.bad });
    }
    return marks;
  });
}
