/** @import { Theme } from "./theme.js" */

/** The edges of the plotted part in pixels, the same in all charts: the same x stands below the same x. */
export const GRID = { left: 70, right: 18, top: 22, bottom: 42 };

/**
 * What every chart tells ECharts. Texts out of logs stay out of it: tooltip and legend are DOM.
 *
 * @param {Theme} theme
 * @param {ECharts.Option} own axes, series and what else this chart has
 * @returns {ECharts.Option}
 */
export function chartOption(theme, own) {
  return {
    animation: false,
    textStyle: { fontFamily: theme.font, color: theme.soft },
    grid: { ...GRID, containLabel: false },
    ...own,
  };
}

/**
 * The width of the plotted part.
 *
 * @param {number} width of the chart
 */
export function gridWidth(width) {
  return width - GRID.left - GRID.right;
}
