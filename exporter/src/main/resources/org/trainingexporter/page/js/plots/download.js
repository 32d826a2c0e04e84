/**
 * Saves a plot as a table.
 *
 * @import { Forecast } from "./forecast.js"
 * @import { Plot } from "./plot-list.js"
 * @import { PlotDrawing, PlotView } from "./plot-view.js"
 */
import { apiUrl } from "../api/client.js";
import { csv } from "../base/csv.js";
import { isoTime } from "../base/format.js";
import { BOUNDS } from "./forecast.js";

/** So long a browser may take to begin a download. */
const DOWNLOAD_MS = 10_000;
/** Names of plots of many numbers are long. */
const MOST_LETTERS = 160;

/**
 * As CSV: every record of the log, a file for each run, or the points that are drawn.
 *
 * @param {PlotView} view
 * @param {boolean} drawnOnly
 */
export function saveTable({ plot, drawing }, drawnOnly) {
  if (drawnOnly) return saveDrawn(plot, drawing);
  const lines = drawing?.lines ?? [];
  const own = plot.second === undefined ? [plot.signal] : [plot.signal, plot.second];
  const layers = lines.flatMap((line) => line.signal ?? []);
  const signal = layers.length > 0 ? layers : own;
  for (const run of new Set(lines.flatMap((line) => line.members ?? line.run)))
    follow(apiUrl("plots.csv", { run, signal }).href, "");
}

/**
 * @param {Plot} plot
 * @param {PlotDrawing | null} drawing
 */
function saveDrawn(plot, drawing) {
  const header = ["run", "signal", "kind", "position", "time", "time_iso", "attempt", "value"];
  const rows = (drawing?.lines ?? []).flatMap((line) =>
    line.x.map((_, i) => [
      line.run,
      line.signal ?? plot.signal,
      line.kind,
      line.step[i],
      line.time[i],
      isoTime(line.time[i]),
      line.attempt[i],
      line.y[i],
    ]),
  );
  for (const row of rowsOfForecast(drawing?.forecast)) rows.push(row);
  save(new Blob([csv(header, rows)], { type: "text/csv;charset=utf-8" }), `${fileName(plot, drawing)}.csv`);
}

/** @param {Forecast | null | undefined} forecast */
function rowsOfForecast(forecast) {
  if (!forecast) return [];
  const { run, signal, step, time, attempt, loss } = forecast;
  return BOUNDS.map(([bound]) => [run, signal, `forecast_${bound}`, step, time, isoTime(time), attempt, loss[bound]]);
}

/**
 * Named by the runs and what is shown of them.
 *
 * @param {Plot} plot
 * @param {PlotDrawing | null} drawing
 */
export function fileName(plot, drawing) {
  const [first = "", ...others] = new Set(drawing?.lines.map((line) => line.run));
  const runs = others.length > 0 ? `${first}_and_${others.length}_more` : first;
  return `${runs}_${plot.id}`.replace(/[^\w.-]+/g, "_").slice(0, MOST_LETTERS);
}

/**
 * @param {Blob} blob
 * @param {string} name
 */
export function save(blob, name) {
  const address = URL.createObjectURL(blob);
  follow(address, name);
  setTimeout(() => URL.revokeObjectURL(address), DOWNLOAD_MS);
}

/**
 * @param {string} address
 * @param {string} name of the file; empty: as the server says
 */
function follow(address, name) {
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
}
