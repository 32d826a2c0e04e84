import { GRID, gridWidth } from "./option.js";

/**
 * Where values stand in a chart's area, in pixels from its upper left corner, and back. The x axis is linear
 * between two known ends, and stays as it was when the mapping was made; the y axis is as ECharts drew it.
 */
export class PixelMapping {
  #width;
  #chart;

  /**
   * @param {[number, number]} range the ends of the x axis
   * @param {number} areaWidth in pixels
   * @param {Pick<ECharts.Chart, "convertToPixel" | "convertFromPixel">} chart
   */
  constructor(range, areaWidth, chart) {
    this.range = range;
    this.#width = gridWidth(areaWidth);
    this.#chart = chart;
  }

  /** @param {number} x */
  pixelOfX(x) {
    const [low, high] = this.range;
    return GRID.left + ((x - low) / (high - low)) * this.#width;
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
    return (pixel - GRID.left) / this.#width;
  }

  /**
   * The nearest pixel between the ends of the x axis.
   *
   * @param {number} pixel
   */
  clamp(pixel) {
    return Math.max(GRID.left, Math.min(GRID.left + this.#width, pixel));
  }

  /** @param {number} y */
  pixelOfY(y) {
    return this.#chart.convertToPixel({ yAxisIndex: 0 }, y);
  }

  /** @param {number} pixel */
  yAt(pixel) {
    return this.#chart.convertFromPixel({ yAxisIndex: 0 }, pixel);
  }
}
