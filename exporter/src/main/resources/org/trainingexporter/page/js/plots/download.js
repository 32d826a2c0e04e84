import { csv } from "../base/csv.js";
import { isoTime } from "../base/format.js";

const MARGIN = 16;
const HEAD = 52;

/** Saves what a plot shows as a table: one row a point. */
export function saveTable({ plot, drawing }) {
  const header = ["run", "signal", "kind", "position", "time", "time_iso", "attempt", "value"];
  const rows = drawing.lines.flatMap((line) =>
    line.x.map((_, i) => [
      line.run,
      plot.signal,
      line.kind,
      line.step[i],
      line.time[i],
      isoTime(line.time[i]),
      line.attempt[i],
      line.y[i],
    ]),
  );
  save(new Blob([csv(header, rows)], { type: "text/csv;charset=utf-8" }), `${nameOf(plot)}.csv`);
}

/** Saves a plot as a picture, with title and runs above it, on the page's own ground. */
export function savePicture({ plot, chart, drawing }) {
  if (chart === null) return;
  const { look } = drawing;
  const scale = 2;
  const body = chart.getRenderedCanvas({ pixelRatio: scale, backgroundColor: look.surface });
  const canvas = document.createElement("canvas");
  canvas.width = body.width;
  canvas.height = body.height + HEAD * scale;
  const pen = canvas.getContext("2d");
  pen.fillStyle = look.surface;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(body, 0, HEAD * scale);
  pen.scale(scale, scale);
  pen.fillStyle = look.text;
  pen.font = `600 15px ${look.font}`;
  pen.fillText(plot.unit ? `${plot.title} (${plot.unit})` : plot.title, MARGIN, 24);
  pen.font = `12px ${look.font}`;
  let left = MARGIN;
  for (const [run, place] of new Map(drawing.lines.map((line) => [line.run, line.look]))) {
    pen.fillStyle = look.runs[place % look.runs.length];
    pen.fillText(run, left, 43);
    left += pen.measureText(run).width + MARGIN;
  }
  canvas.toBlob((blob) => save(blob, `${nameOf(plot)}.png`), "image/png");
}

function nameOf(plot) {
  return plot.id.replace(/[^\w.-]+/g, "_");
}

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
