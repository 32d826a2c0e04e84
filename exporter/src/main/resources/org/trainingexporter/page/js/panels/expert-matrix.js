/** From little to much, told apart by lightness alone as well (viridis). */
const RAMP = [
  [68, 1, 84],
  [59, 82, 139],
  [33, 145, 140],
  [94, 201, 98],
  [253, 231, 37],
];
/** The end of the ramp: so many times an even share. */
const MOST = 3;
/** Pixels of a cell on the canvas, which is stretched over the page's width. */
const CELL = 8;

/** Shares drawn on a canvas, a row for each layer and a cell for each expert; the one pointed at is named. */
export class ExpertMatrix {
  #canvas;
  /** @type {Api.ExpertLayer[]} */
  #layers = [];

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {(cell: { layer: Api.ExpertLayer, index: number } | null) => void} name what is pointed at; null: nothing
   */
  constructor(canvas, name) {
    this.#canvas = canvas;
    canvas.addEventListener("pointermove", (event) => {
      const cell = this.#cellAt(event);
      if (cell) name(cell);
    });
    canvas.addEventListener("pointerleave", () => name(null));
    name(null);
  }

  /** @param {Api.ExpertLayer[]} layers */
  draw(layers) {
    this.#layers = layers;
    const columns = Math.max(...layers.map((layer) => layer.load.length));
    const cellHeight = Math.max(4, Math.min(14, Math.floor(480 / layers.length)));
    this.#canvas.width = columns * CELL;
    this.#canvas.height = layers.length * CELL;
    this.#canvas.style.height = `${layers.length * cellHeight}px`;
    const pen = this.#canvas.getContext("2d");
    if (pen === null) return;
    for (const [row, { load }] of layers.entries()) {
      for (const [column, share] of load.entries()) paint(pen, column * CELL, row * CELL, share * load.length);
    }
  }

  /** @param {PointerEvent} event */
  #cellAt({ clientX, clientY }) {
    const { left, top, width, height } = this.#canvas.getBoundingClientRect();
    const columns = this.#canvas.width / CELL;
    const layer = this.#layers[Math.floor(((clientY - top) / height) * this.#layers.length)];
    const index = Math.floor(((clientX - left) / width) * columns);
    return layer && index < layer.load.length ? { layer, index } : null;
  }
}

/**
 * A dead expert is a hollow cell: no place on the ramp looks like it.
 *
 * @param {CanvasRenderingContext2D} pen
 * @param {number} x
 * @param {number} y
 * @param {number} times an even share
 */
function paint(pen, x, y, times) {
  pen.fillStyle = `rgb(${colourOf(times / MOST)})`;
  if (times > 0) return pen.fillRect(x, y, CELL, CELL);
  pen.strokeStyle = "#d1495b";
  pen.lineWidth = 1.5;
  pen.strokeRect(x + 1.5, y + 1.5, 5, 5);
}

/**
 * The colour at a place on the ramp, 0 to 1.
 *
 * @param {number} place
 */
function colourOf(place) {
  const scaled = Math.max(0, Math.min(0.9999, place)) * (RAMP.length - 1);
  const i = Math.floor(scaled);
  return RAMP[i].map((low, channel) => Math.round(low + (scaled - i) * (RAMP[i + 1][channel] - low)));
}
