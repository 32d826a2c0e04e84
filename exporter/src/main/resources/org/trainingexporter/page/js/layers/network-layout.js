/** Pixels of a box, and between boxes. */
export const SIZE = { width: 150, height: 98, gapX: 34, gapY: 14, band: 40 };

/**
 * Where the boxes of a model stand in so much width: a layer right of all that it reads, in rows that
 * wrap as text does, and the lines between them. A model that tells no inputs is a plain row.
 */
export function networkLayout({ nodes, edges }, width) {
  const columns = columnsOf(nodes, edges);
  const { width: w, height: h, gapX, gapY, band } = SIZE;
  const perBand = Math.max(1, Math.floor((width + gapX) / (w + gapX)));
  const places = new Map();
  const bands = [];
  let top = band / 2;
  for (let first = 0; first < columns.length; first += perBand) {
    const inBand = columns.slice(first, first + perBand);
    const tall = Math.max(...inBand.map((column) => column.length));
    const height = tall * (h + gapY) - gapY;
    inBand.forEach((column, i) => {
      const own = column.length * (h + gapY) - gapY;
      for (const [row, id] of column.entries()) {
        places.set(id, {
          x: i * (w + gapX),
          y: top + (height - own) / 2 + row * (h + gapY),
          column: first + i,
          band: bands.length,
        });
      }
    });
    bands.push({ top, bottom: top + height });
    top += height + band;
  }
  const paths = edges
    .map(({ source, target }) => [places.get(source), places.get(target)])
    .filter(([a, b]) => a && b)
    .map(([a, b], i) => ({ d: line(a, b, bands, i), skips: b.column !== a.column + 1 }));
  return { places, paths, height: top - band, across: Math.min(columns.length, perBand) * (w + gapX) - gapX };
}

/** Nodes by the longest way to them; what stands in a circle comes last, so that none is lost. */
function columnsOf(nodes, edges) {
  if (edges.length === 0) return nodes.map(({ id }) => [id]);
  const waiting = new Map(nodes.map(({ id }) => [id, 0]));
  const readers = new Map(nodes.map(({ id }) => [id, []]));
  for (const { source, target } of edges) {
    if (!readers.has(source) || !waiting.has(target)) continue;
    readers.get(source).push(target);
    waiting.set(target, waiting.get(target) + 1);
  }
  const columns = [];
  let ready = nodes.map(({ id }) => id).filter((id) => waiting.get(id) === 0);
  while (ready.length > 0) {
    columns.push(ready);
    const next = [];
    for (const id of ready) {
      for (const reader of readers.get(id)) {
        waiting.set(reader, waiting.get(reader) - 1);
        if (waiting.get(reader) === 0) next.push(reader);
      }
    }
    ready = next;
  }
  const left = nodes.map(({ id }) => id).filter((id) => waiting.get(id) > 0);
  return left.length > 0 ? [...columns, left] : columns;
}

/** Straight to the next column; over the boxes to a later one; through the gap to the next row. */
function line(a, b, bands, i) {
  const { width: w, height: h, gapX, band } = SIZE;
  const [ax, ay, bx, by] = [a.x + w, a.y + h / 2, b.x, b.y + h / 2];
  if (a.band === b.band && b.column === a.column + 1) {
    return `M${ax} ${ay}C${ax + gapX / 2} ${ay} ${bx - gapX / 2} ${by} ${bx} ${by}`;
  }
  if (a.band === b.band) {
    const over = bands[a.band].top - band / 2 + 4 + (i % 3) * 4;
    const [from, to] = [a.x + w * 0.8, b.x + w * 0.2];
    return `M${from} ${a.y}C${from} ${over} ${from} ${over} ${from + 20} ${over}H${to - 20}C${to} ${over} ${to} ${over} ${to} ${b.y}`;
  }
  const gutter = bands[b.band].top - band / 2 - (i % 3) * 5 + 4;
  const into = b.x + w * 0.2;
  return `M${a.x + w * 0.8} ${a.y + h}V${gutter - 6}Q${a.x + w * 0.8} ${gutter} ${a.x + w * 0.8 - 6} ${gutter}H${into + 6}Q${into} ${gutter} ${into} ${gutter + 6}V${b.y}`;
}
