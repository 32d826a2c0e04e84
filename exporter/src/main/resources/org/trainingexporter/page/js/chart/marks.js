/** @import { Theme } from "./theme.js" */

export const STAR = "path://M8 0l2.4 5.2 5.6.7-4.2 3.9 1.1 5.7L8 12.7 3.1 15.5l1.1-5.7L0 5.9l5.6-.7z";
const CROSS = "path://M1 3l2-2 5 5 5-5 2 2-5 5 5 5-2 2-5-5-5 5-2-2 5-5z";

/**
 * A cross where a value is NaN or infinite, at the height of the last one that was finite.
 *
 * @param {{ x: number[], y: (number | null)[] }[]} lines
 * @param {(x: number, y: number) => unknown} pointOf how ECharts is given a point
 * @param {Theme} theme
 * @returns {ECharts.Option[]} the series; none where everything is finite
 */
export function notFiniteMarks(lines, pointOf, theme) {
  const points = lines.flatMap(({ x, y }) => {
    let height = y.find((value) => value !== null && Number.isFinite(value)) ?? 0;
    return x.flatMap((own, i) => {
      const value = y[i];
      if (value === null) return [];
      if (!Number.isFinite(value)) return [pointOf(own, height)];
      height = value;
      return [];
    });
  });
  return points.length === 0
    ? []
    : [markSeries("nonfinite", points, { symbol: CROSS, size: 9, colour: theme.bad }, theme)];
}

/**
 * Marks that stand on the lines of a chart.
 *
 * @param {string} name
 * @param {unknown[]} data
 * @param {{ symbol: string, size: number, colour: string }} style
 * @param {Theme} theme
 * @returns {ECharts.Option}
 */
export function markSeries(name, data, { symbol, size, colour }, theme) {
  return {
    type: "scatter",
    name,
    data,
    symbol,
    symbolSize: size,
    silent: true,
    z: 5,
    itemStyle: { color: colour, borderColor: theme.surface, borderWidth: 1 },
  };
}
