/** @import { Scene } from "./scene.js" */

/** The edges of the plotted part in pixels, the same in all charts: the same x stands below the same x. */
export const GRID = { left: 70, right: 18, top: 22, bottom: 42 };

/**
 * The width of the plotted part.
 *
 * @param {number} width of the chart
 */
export function gridWidth(width) {
  return width - GRID.left - GRID.right;
}

/**
 * Where values stand in a chart's area, in pixels from its upper left corner, and back. It stays as it was when it
 * was made, whatever the chart shows later.
 */
export class PixelMapping {
  /** The ends of the x axis. @type {[number, number]} */
  range;
  /** @type {number} */
  #low;
  /** @type {number} */
  #high;
  #isLog;

  /**
   * @param {Pick<Scene, "x" | "y">} axes
   * @param {number} width of the area
   * @param {number} height of the area
   */
  constructor({ x, y }, width, height) {
    this.range = [x.min, x.max];
    this.left = GRID.left;
    this.top = GRID.top;
    this.width = gridWidth(width);
    this.height = height - GRID.top - GRID.bottom;
    this.#isLog = y.isLog === true;
    [this.#low, this.#high] = this.#isLog ? [Math.log(y.min), Math.log(y.max)] : [y.min, y.max];
  }

  /** @param {number} x */
  pixelOfX(x) {
    const [low, high] = this.range;
    return this.left + ((x - low) / (high - low)) * this.width;
  }

  /** @param {number} pixel */
  xAt(pixel) {
    const [low, high] = this.range;
    return low + this.fractionAt(pixel) * (high - low);
  }

  /**
   * 0 at the left end of the x axis, 1 at the right one.
   *
   * @param {number} pixel
   */
  fractionAt(pixel) {
    return (pixel - this.left) / this.width;
  }

  /**
   * The nearest pixel between the ends of the x axis.
   *
   * @param {number} pixel
   */
  clamp(pixel) {
    return Math.max(this.left, Math.min(this.left + this.width, pixel));
  }

  /**
   * What has no place on a logarithmic axis, and null, stands at the lower end.
   *
   * @param {number | null} y
   */
  pixelOfY(y) {
    const bottom = this.top + this.height;
    if (y === null || (this.#isLog && !(y > 0))) return bottom;
    return bottom - (((this.#isLog ? Math.log(y) : y) - this.#low) / (this.#high - this.#low)) * this.height;
  }

  /**
   * Whether it is between the ends of the y axis, to half a pixel.
   *
   * @param {number} y
   */
  hasY(y) {
    const below = this.pixelOfY(y) - this.top;
    return below >= -0.5 && below <= this.height + 0.5;
  }

  /** @param {number} pixel */
  yAt(pixel) {
    const value = this.#low + ((this.top + this.height - pixel) / this.height) * (this.#high - this.#low);
    return this.#isLog ? Math.exp(value) : value;
  }
}
