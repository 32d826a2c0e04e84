/**
 * Saves what a plot shows, as a table or as a picture.
 *
 * @import { Theme } from "../chart/theme.js"
 * @import { Line } from "../curves/lines.js"
 * @import { Forecast } from "./forecast.js"
 * @import { Plot } from "./plot-list.js"
 * @import { PlotView } from "./plot-view.js"
 */
import { csv } from "../base/csv.js";
import { isoTime } from "../base/format.js";
import { BOUNDS } from "./forecast.js";
import { colourOf } from "./plot-option.js";

const MARGIN_PX = 16;
const HEAD_PX = 52;
/** Pixels of a picture for each of the screen. */
const SCALE = 2;
/** So long a browser may take to begin a download. */
const DOWNLOAD_MS = 10_000;

/**
 * As CSV: a row for each point.
 *
 * @param {PlotView} view
 */
export function saveTable({ plot, drawing }) {
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
  save(new Blob([csv(header, rows)], { type: "text/csv;charset=utf-8" }), `${fileName(plot)}.csv`);
}

/** @param {Forecast | null | undefined} forecast */
function rowsOfForecast(forecast) {
  if (!forecast) return [];
  const { run, signal, step, time, attempt, loss } = forecast;
  return BOUNDS.map(([bound]) => [run, signal, `forecast_${bound}`, step, time, isoTime(time), attempt, loss[bound]]);
}

/**
 * As PNG, with title and runs above the plot, on the page's own ground.
 *
 * @param {PlotView} view
 */
export function savePicture(view) {
  const { plot, drawing, theme } = view;
  const body = view.picture(SCALE);
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  if (!body || !drawing || !theme || !pen) return;
  canvas.width = body.width;
  canvas.height = body.height + HEAD_PX * SCALE;
  pen.fillStyle = theme.surface;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(body, 0, HEAD_PX * SCALE);
  pen.scale(SCALE, SCALE);
  pen.fillStyle = theme.text;
  pen.font = `600 15px ${theme.font}`;
  pen.fillText(plot.unit ? `${plot.title} (${plot.unit})` : plot.title, MARGIN_PX, 24);
  pen.font = `12px ${theme.font}`;
  let left = MARGIN_PX;
  for (const [text, colour] of namesOf(drawing.lines, theme)) {
    pen.fillStyle = colour;
    pen.fillText(text, left, 43);
    left += pen.measureText(text).width + MARGIN_PX;
  }
  canvas.toBlob((blob) => blob && save(blob, `${fileName(plot)}.png`), "image/png");
}

/**
 * The runs, and the layers of a stack, each in its colour.
 *
 * @param {Line[]} lines
 * @param {Theme} theme
 * @returns {[text: string, colour: string][]}
 */
function namesOf(lines, theme) {
  const runs = new Map(lines.map((line) => [line.run, line.runIndex]));
  const layers = lines.filter((line) => line.share);
  if (layers.length === 0) return [...runs].map(([run, index]) => [run, theme.runs[index % theme.runs.length]]);
  /** @type {[text: string, colour: string][]} */
  const named = layers.map((line) => [line.label, colourOf(line, theme)]);
  return [[layers[0].run, theme.text], ...named];
}

/** @param {Plot} plot */
function fileName(plot) {
  return plot.id.replace(/[^\w.-]+/g, "_");
}

/**
 * @param {Blob} blob
 * @param {string} name
 */
function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), DOWNLOAD_MS);
}
