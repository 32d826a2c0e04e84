/** From little to much, told apart by lightness alone as well (viridis). */
const RAMP = [
  [68, 1, 84],
  [59, 82, 139],
  [33, 145, 140],
  [94, 201, 98],
  [253, 231, 37],
];
const MOST = 3; // times an even share: the end of the ramp

/** Draws shares onto a canvas, a cell an expert, and names the cell pointed at. */
export function matrix(canvas, name) {
  let layers = [];
  const draw = () => {
    const columns = Math.max(...layers.map((layer) => layer.load.length));
    const cell = Math.max(4, Math.min(14, Math.floor(480 / layers.length)));
    canvas.width = columns * 8;
    canvas.height = layers.length * 8;
    canvas.style.height = `${layers.length * cell}px`;
    const pen = canvas.getContext("2d");
    for (const [row, { load }] of layers.entries()) {
      for (const [column, share] of load.entries()) paint(pen, column * 8, row * 8, share * load.length);
    }
  };
  canvas.addEventListener("pointermove", (event) => {
    const box = canvas.getBoundingClientRect();
    const layer = layers[Math.floor(((event.clientY - box.top) / box.height) * layers.length)];
    const columns = canvas.width / 8;
    const expert = Math.floor(((event.clientX - box.left) / box.width) * columns);
    if (layer && expert < layer.load.length) name(layer, expert);
  });
  canvas.addEventListener("pointerleave", () => name(null));
  name(null);
  return (next) => {
    layers = next;
    draw();
  };
}

/** A dead expert is a hollow cell: no place on the ramp looks like it. */
function paint(pen, x, y, times) {
  pen.fillStyle = `rgb(${colourOf(times / MOST)})`;
  if (times > 0) return pen.fillRect(x, y, 8, 8);
  pen.strokeStyle = "#d1495b";
  pen.lineWidth = 1.5;
  pen.strokeRect(x + 1.5, y + 1.5, 5, 5);
}

function colourOf(part) {
  const place = Math.max(0, Math.min(0.9999, part)) * (RAMP.length - 1);
  const i = Math.floor(place);
  return RAMP[i].map((low, channel) => Math.round(low + (place - i) * (RAMP[i + 1][channel] - low)));
}
