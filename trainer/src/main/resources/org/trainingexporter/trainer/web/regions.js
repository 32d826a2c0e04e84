// Paints what the model holds each place of the plane for, and the points that it learns from.
const ground = ["#bcd6f2", "#f6d3b3", "#c4e3c4"];
const ink = ["#1f5fa8", "#b0560f", "#2c7a2c"];

export function paint(canvas, { side, reach, classes, points }) {
  canvas.hidden = !points;
  if (!points) return;
  const context = canvas.getContext("2d");
  const cell = canvas.width / side;
  context.clearRect(0, 0, canvas.width, canvas.height);
  for (let i = 0; i < classes.length; i++) {
    context.fillStyle = ground[classes[i]];
    context.fillRect((i % side) * cell, Math.floor(i / side) * cell, cell + 1, cell + 1);
  }
  const scale = canvas.width / (2 * reach);
  for (const [x, y, name] of points) {
    context.fillStyle = ink[name];
    context.fillRect((x + reach) * scale - 1, (reach - y) * scale - 1, 2, 2);
  }
}
