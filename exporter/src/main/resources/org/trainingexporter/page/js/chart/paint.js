/**
 * Draws what stands below and above the lines of a chart.
 *
 * @import { PixelMapping } from "./pixel-mapping.js"
 * @import { Band, ChartLine, ChartMark, Rule, Scene } from "./scene.js"
 * @import { Theme } from "./theme.js"
 *
 * @typedef {CanvasRenderingContext2D} Pen that measures in pixels of the screen
 */
import { addShape } from "./shapes.js";

const LABEL_FONT_PX = 11;

/**
 * @param {Pen} pen
 * @param {Scene} scene
 * @param {PixelMapping} at
 */
export function paintBelow(pen, { bands = [], cells = [] }, at) {
  clip(pen, at);
  for (const { x, y, colour, opacity = 1 } of cells) {
    const [left, right] = x.map((one) => at.pixelOfX(one));
    const [bottom, top] = y.map((one) => at.pixelOfY(one));
    pen.globalAlpha = opacity;
    pen.fillStyle = colour;
    pen.fillRect(left, top, right - left, bottom - top);
  }
  for (const band of bands) paintBand(pen, band, at);
}

/**
 * @param {Pen} pen
 * @param {Scene} scene
 * @param {PixelMapping} at
 * @param {Theme} theme
 */
export function paintAbove(pen, { lines = [], rules = [], marks = [] }, at, theme) {
  for (const line of lines) paintDots(pen, line, at);
  for (const rule of rules) paintRule(pen, rule, at, theme);
  for (const mark of marks) paintMark(pen, mark, at, theme);
}

/**
 * @param {Pen} pen
 * @param {PixelMapping} at
 */
function clip(pen, { left, top, width, height }) {
  pen.beginPath();
  pen.rect(left, top, width, height);
  pen.clip();
}

/**
 * @param {Pen} pen
 * @param {Band} band
 * @param {PixelMapping} at
 */
function paintBand(pen, { x, low, high, colour, opacity, outline = 0 }, at) {
  const edge = new Path2D();
  for (const [i, one] of x.entries()) edge.lineTo(at.pixelOfX(one), at.pixelOfY(high[i]));
  const area = new Path2D(edge);
  for (let i = x.length - 1; i >= 0; i--) area.lineTo(at.pixelOfX(x[i]), at.pixelOfY(low[i]));
  pen.globalAlpha = opacity;
  pen.fillStyle = colour;
  pen.fill(area);
  if (outline === 0) return;
  stroke(pen, { colour, width: outline });
  pen.stroke(edge);
}

/**
 * @param {Pen} pen
 * @param {ChartLine} line
 * @param {PixelMapping} at
 */
function paintDots(pen, { x, y, colour, opacity = 1, dots }, at) {
  if (!dots) return;
  const [low, high] = at.range;
  const outline = new Path2D();
  for (const [i, value] of y.entries()) {
    if (value === null || x[i] < low || x[i] > high || !at.hasY(value)) continue;
    addShape(outline, dots.shape, at.pixelOfX(x[i]), at.pixelOfY(value), dots.size);
  }
  pen.globalAlpha = opacity;
  pen.fillStyle = colour;
  pen.fill(outline);
}

/**
 * @param {Pen} pen
 * @param {Rule} rule
 * @param {PixelMapping} at
 * @param {Theme} theme
 */
function paintRule(pen, { x, y, label, ...style }, at, theme) {
  const { left, top, width, height } = at;
  stroke(pen, style);
  pen.beginPath();
  if (x !== undefined) {
    const pixel = Math.round(at.pixelOfX(x)) + 0.5;
    pen.moveTo(pixel, top);
    pen.lineTo(pixel, top + height);
    pen.stroke();
    if (label) paintLabel(pen, label.text, label.align ?? "center", pixel, top - 6, theme);
  } else if (y !== undefined) {
    const pixel = Math.round(at.pixelOfY(y)) + 0.5;
    pen.moveTo(left, pixel);
    pen.lineTo(left + width, pixel);
    pen.stroke();
    if (label) paintLabel(pen, label.text, "right", left + width - 5, pixel + (label.below ? 13 : -5), theme);
  }
}

/**
 * @param {Pen} pen
 * @param {string} text
 * @param {CanvasTextAlign} align
 * @param {number} left
 * @param {number} base
 * @param {Theme} theme
 */
function paintLabel(pen, text, align, left, base, theme) {
  pen.font = `${LABEL_FONT_PX}px ${theme.font}`;
  pen.textAlign = align;
  pen.textBaseline = "alphabetic";
  stroke(pen, { colour: theme.surface, width: 3 });
  pen.lineJoin = "round";
  pen.strokeText(text, left, base);
  pen.fillStyle = theme.text;
  pen.fillText(text, left, base);
}

/**
 * @param {Pen} pen
 * @param {ChartMark} mark
 * @param {PixelMapping} at
 * @param {Theme} theme
 */
function paintMark(pen, { x, y, shape, size, colour }, at, theme) {
  if (!at.hasY(y)) return;
  const outline = new Path2D();
  addShape(outline, shape, at.pixelOfX(x), at.pixelOfY(y), size);
  stroke(pen, { colour: theme.surface });
  pen.fillStyle = colour;
  pen.fill(outline);
  pen.stroke(outline);
}

/**
 * @param {Pen} pen
 * @param {{ colour: string, width?: number, dash?: number[], opacity?: number }} style
 */
function stroke(pen, { colour, width = 1, dash = [], opacity = 1 }) {
  pen.globalAlpha = opacity;
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.setLineDash(dash);
}
