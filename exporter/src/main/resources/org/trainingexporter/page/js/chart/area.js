/**
 * What ECharts hands to a shape of its own: the plotted part, and where a point stands in it.
 *
 * @typedef {{ coordSys: { y: number, height: number } }} PlottedPart
 * @typedef {{ coord: (point: unknown[]) => [number, number] }} Places
 */

/**
 * A filled shape between two lines. ECharts' own stack adds up along x where the x axis is one of values.
 *
 * @param {string} name
 * @param {{ x: number[], low: (number | null)[], high: (number | null)[] }} edges
 * @param {(x: number, y: number | null) => unknown[]} pointOf how ECharts is given a point
 * @param {{ colour: string, opacity: number, outline?: number }} style outline: the width of its upper edge
 * @returns {ECharts.Option}
 */
export function areaSeries(name, { x, low, high }, pointOf, { colour, opacity, outline = 0 }) {
  const lower = x.map((own, i) => pointOf(own, low[i]));
  const upper = x.map((own, i) => pointOf(own, high[i]));
  return {
    type: "custom",
    name,
    // One item, so that the shape is drawn once: the ends of both axes.
    data: [[...(lower[0] ?? []), ...(upper.at(-1) ?? []), lower.at(-1)?.[1]]],
    encode: { x: [0, 2], y: [1, 3, 4] },
    clip: true,
    silent: true,
    z: 1,
    renderItem: (/** @type {PlottedPart} */ part, /** @type {Places} */ places) => {
      const edge = upper.map((point) => pixelOf(point, part, places));
      const points = [...edge, ...lower.map((point) => pixelOf(point, part, places)).reverse()];
      return {
        type: "group",
        children: [
          { type: "polygon", shape: { points }, style: { fill: colour, opacity } },
          { type: "polyline", shape: { points: edge }, style: { stroke: colour, lineWidth: outline, fill: "none" } },
        ],
      };
    },
  };
}

/**
 * What has no place on a logarithmic axis stands at its lower end.
 *
 * @param {unknown[]} point
 * @param {PlottedPart} part
 * @param {Places} places
 */
function pixelOf(point, { coordSys }, { coord }) {
  const [left, top] = coord(point);
  return [left, Number.isFinite(top) ? top : coordSys.y + coordSys.height];
}
