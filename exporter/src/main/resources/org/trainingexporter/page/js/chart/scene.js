/**
 * What a chart shows, as plain data: the canvas draws it, and tests read it.
 *
 * @import { Shape } from "./shapes.js"
 *
 * @typedef {object} Axis with exactly these ends
 * @property {number} min
 * @property {number} max
 * @property {number[]} ticks
 * @property {(value: number) => string} format
 * @property {string} [title]
 * @property {boolean} [isLog]
 * @property {boolean} [hasGrid] whether lines across the plot lead from its ticks
 *
 * @typedef {object} ChartLine a line with a gap where a value is null
 * @property {string} [name] of what kind it is
 * @property {number[]} x
 * @property {(number | null)[]} y
 * @property {string} colour
 * @property {number[]} [dash]
 * @property {number} [width] in pixels
 * @property {number} [opacity]
 * @property {{ shape: Shape, size: number } | null} [dots] a shape at each point
 *
 * @typedef {object} Band a filled shape between two lines; null is the lower end of the axis
 * @property {string} [name]
 * @property {number[]} x
 * @property {(number | null)[]} low
 * @property {(number | null)[]} high
 * @property {string} colour
 * @property {number} opacity
 * @property {number} [outline] the width of its upper edge
 *
 * @typedef {{ x: [number, number], y: [number, number], colour: string, opacity?: number }} Cell a filled rectangle
 *
 * @typedef {object} Rule a straight line across the plot: upright at an x, or level at a y
 * @property {string} [name]
 * @property {number} [x]
 * @property {number} [y]
 * @property {string} colour
 * @property {number[]} [dash]
 * @property {number} [width]
 * @property {number} [opacity]
 * @property {RuleLabel} [label]
 *
 * @typedef {{ text: string, align?: "left" | "center" | "right", below?: boolean }} RuleLabel align: of an upright
 *   rule's; below: whether a level rule's stands below it
 *
 * @typedef {{ name: string, x: number, y: number, shape: Shape, size: number, colour: string }} ChartMark
 *
 * @typedef {object} Scene from the bottom to the top
 * @property {Axis} x
 * @property {Axis} y
 * @property {Band[]} [bands]
 * @property {Cell[]} [cells]
 * @property {ChartLine[]} [lines]
 * @property {Rule[]} [rules]
 * @property {ChartMark[]} [marks]
 */

/** Lines of so few points show each of them. */
export const FEW = 60;

/**
 * A line has a gap at what is not finite, and on a logarithmic axis at what is not positive.
 *
 * @param {(number | null)[]} values
 * @param {boolean} [isLog]
 */
export function drawable(values, isLog = false) {
  return values.map((value) => (value !== null && Number.isFinite(value) && (!isLog || value > 0) ? value : null));
}
