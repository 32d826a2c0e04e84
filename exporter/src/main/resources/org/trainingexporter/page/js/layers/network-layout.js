/**
 * Where the boxes of a model's diagram stand, and the lines between them.
 *
 * @typedef {{ x: number, y: number, column: number, row: number }} Place the upper left corner of a box, in
 *   pixels; column: counted over all rows of columns; row: which of those rows
 * @typedef {{ top: number, bottom: number }} Row
 */

/** Pixels of a box, between boxes, and between rows of columns. */
export const SIZE = { width: 150, height: 98, gapX: 34, gapY: 14, rowGap: 40 };

/** Lines that run side by side are so many pixels apart, of at most so many. */
const LANE_PX = 4;
const LOWER_LANE_PX = 5;
const LANES = 3;

/**
 * A layer stands right of all that it reads. The columns are laid in rows that wrap as text does. A model that
 * names no inputs is a plain row.
 *
 * @param {{ nodes: { id: string }[], edges: Api.GraphEdge[] }} graph
 * @param {number} width in pixels
 */
export function networkLayout({ nodes, edges }, width) {
  const columns = columnsOf(nodes, edges);
  const { width: boxWidth, height: boxHeight, gapX, gapY, rowGap } = SIZE;
  const perRow = Math.max(1, Math.floor((width + gapX) / (boxWidth + gapX)));
  /** @type {Map<string, Place>} */
  const places = new Map();
  /** @type {Row[]} */
  const rows = [];
  let top = rowGap / 2;
  for (let first = 0; first < columns.length; first += perRow) {
    const inRow = columns.slice(first, first + perRow);
    const height = columnHeight(Math.max(...inRow.map((column) => column.length)));
    for (const [i, column] of inRow.entries()) {
      const columnTop = top + (height - columnHeight(column.length)) / 2;
      for (const [position, id] of column.entries()) {
        const y = columnTop + position * (boxHeight + gapY);
        places.set(id, { x: i * (boxWidth + gapX), y, column: first + i, row: rows.length });
      }
    }
    rows.push({ top, bottom: top + height });
    top += height + rowGap;
  }
  const across = Math.min(columns.length, perRow) * (boxWidth + gapX) - gapX;
  return { places, paths: pathsOf(edges, places, rows), height: top - rowGap, across };
}

/** @param {number} boxes */
function columnHeight(boxes) {
  return boxes * (SIZE.height + SIZE.gapY) - SIZE.gapY;
}

/**
 * Nodes by the longest way to them. What stands in a circle comes last, so that none is lost.
 *
 * @param {{ id: string }[]} nodes
 * @param {Api.GraphEdge[]} edges
 * @returns {string[][]}
 */
function columnsOf(nodes, edges) {
  const ids = nodes.map(({ id }) => id);
  if (edges.length === 0) return ids.map((id) => [id]);
  /** How many inputs of each node are not placed yet. */
  const waitingFor = new Map(ids.map((id) => [id, 0]));
  /** @type {Map<string, string[]>} */
  const readers = new Map(ids.map((id) => [id, []]));
  for (const { source, target } of edges) {
    const count = waitingFor.get(target);
    const ofSource = readers.get(source);
    if (ofSource === undefined || count === undefined) continue;
    ofSource.push(target);
    waitingFor.set(target, count + 1);
  }
  const columns = [];
  let ready = ids.filter((id) => waitingFor.get(id) === 0);
  while (ready.length > 0) {
    columns.push(ready);
    const next = [];
    for (const reader of ready.flatMap((id) => readers.get(id) ?? [])) {
      const left = (waitingFor.get(reader) ?? 0) - 1;
      waitingFor.set(reader, left);
      if (left === 0) next.push(reader);
    }
    ready = next;
  }
  const inCircles = ids.filter((id) => (waitingFor.get(id) ?? 0) > 0);
  return inCircles.length > 0 ? [...columns, inCircles] : columns;
}

/**
 * The lines as SVG paths; skips: it leads past a box.
 *
 * @param {Api.GraphEdge[]} edges
 * @param {Map<string, Place>} places
 * @param {Row[]} rows
 */
function pathsOf(edges, places, rows) {
  const drawn = edges.flatMap(({ source, target }) => {
    const [from, to] = [places.get(source), places.get(target)];
    return from && to ? [{ from, to }] : [];
  });
  return drawn.map(({ from, to }, i) => ({
    d: pathOf(from, to, rows, i % LANES),
    skips: to.column !== from.column + 1,
  }));
}

/**
 * Straight to the next column, over the boxes to a later one, through the gap between rows to another row.
 *
 * @param {Place} from
 * @param {Place} to
 * @param {Row[]} rows
 * @param {number} lane which of the lines side by side
 */
function pathOf(from, to, rows, lane) {
  const { width, height, gapX, rowGap } = SIZE;
  if (from.row === to.row && to.column === from.column + 1) {
    const [x1, y1, x2, y2] = [from.x + width, from.y + height / 2, to.x, to.y + height / 2];
    return `M${x1} ${y1}C${x1 + gapX / 2} ${y1} ${x2 - gapX / 2} ${y2} ${x2} ${y2}`;
  }
  const [x1, x2] = [from.x + width * 0.8, to.x + width * 0.2];
  const above = rows[to.row].top - rowGap / 2 + 4;
  if (from.row === to.row) {
    const y = above + lane * LANE_PX;
    return `M${x1} ${from.y}C${x1} ${y} ${x1} ${y} ${x1 + 20} ${y}H${x2 - 20}C${x2} ${y} ${x2} ${y} ${x2} ${to.y}`;
  }
  const y = above - lane * LOWER_LANE_PX;
  return `M${x1} ${from.y + height}V${y - 6}Q${x1} ${y} ${x1 - 6} ${y}H${x2 + 6}Q${x2} ${y} ${x2} ${y + 6}V${to.y}`;
}
