/**
 * Saves a plot as a picture.
 *
 * @import { Theme } from "../chart/theme.js"
 * @import { Line } from "../curves/lines.js"
 * @import { Plot } from "./plot-list.js"
 * @import { PlotDrawing, PlotView } from "./plot-view.js"
 *
 * @typedef {{ text: string, colour: string, dash?: number[], width?: number, opacity?: number }} Entry of the legend
 */
import { strokeOf, strokeOfPart } from "../chart/theme.js";
import { marksOn } from "../curves/happenings.js";
import { fileName, save } from "./download.js";
import { colourOf } from "./plot-scene.js";

const MARGIN_PX = 16;
const TITLE_PX = 30;
const ROW_PX = 18;
const SWATCH_PX = 22;
/** Pixels of a picture for each of the screen. */
const SCALE = 2;

/** What each mark is called, where there is one. */
const MARKS = /** @type {const} */ ([
  ["checkpoint", "checkpoint", "soft"],
  ["best", "best", "mark"],
  ["rewind", "rewind", "text"],
  ["nonfinite", "not finite", "bad"],
]);

/**
 * As PNG, with title and legend above the plot, on the page's own ground.
 *
 * @param {PlotView} view
 */
export function savePicture(view) {
  const { plot, drawing, theme } = view;
  const body = view.picture(SCALE);
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  if (!body || !drawing || !theme || !pen) return;
  const rows = rowsOf(legendOf(plot, drawing, theme), body.width / SCALE, (text) => {
    pen.font = `12px ${theme.font}`;
    return pen.measureText(text).width;
  });
  const head = TITLE_PX + rows.length * ROW_PX + 8;
  canvas.width = body.width;
  canvas.height = body.height + head * SCALE;
  pen.fillStyle = theme.surface;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(body, 0, head * SCALE);
  pen.scale(SCALE, SCALE);
  pen.fillStyle = theme.text;
  pen.font = `600 15px ${theme.font}`;
  pen.fillText(titleOf(plot, drawing), MARGIN_PX, 24);
  pen.font = `12px ${theme.font}`;
  for (const [i, row] of rows.entries()) {
    for (const { entry, left } of row) drawEntry(pen, entry, left, TITLE_PX + (i + 1) * ROW_PX - 5, theme);
  }
  canvas.toBlob((blob) => blob && save(blob, `${fileName(plot, drawing)}.png`), "image/png");
}

/**
 * @param {Plot} plot
 * @param {PlotDrawing} drawing
 */
function titleOf({ title, unit }, { lines }) {
  const runs = new Set(lines.map((line) => line.run));
  const what = unit ? `${title} (${unit})` : title;
  return runs.size === 1 ? `${what} · ${[...runs][0]}` : what;
}

/**
 * The runs, or of one run its kinds of lines and the layers of a stack; then marks.
 *
 * @param {Plot} plot
 * @param {PlotDrawing} drawing
 * @param {Theme} theme
 * @returns {Entry[]}
 */
export function legendOf(plot, { lines, curves, axis, range, manyRuns, forecast }, theme) {
  /** @type {Map<string, Entry>} */
  const entries = new Map();
  for (const line of lines) {
    const colour = colourOf(line, theme);
    const { dash: ofStroke } =
      line.part === undefined ? strokeOf(theme, line.runIndex) : strokeOfPart(theme, 0, line.part, line.ofMany);
    const dash = line.share ? [] : ofStroke;
    const text = nameOf(line, manyRuns);
    const isFaint = line.faint === true && !manyRuns;
    const known = entries.get(text);
    if (known === undefined) entries.set(text, { text, colour, dash, width: 2, opacity: isFaint ? 0.5 : 1 });
  }
  const curve = lines[0] && curves.get(lines[0].run);
  const kinds = new Set((curve ? marksOn(curve, axis, range) : []).map(({ kind }) => kind));
  const marks = MARKS.filter(([kind]) => kinds.has(kind) || (kind === "best" && plot.validates));
  const shown = marks.map(([, text, colour]) => ({ text, colour: theme[colour], dash: [], width: 1 }));
  const more = forecast ? [{ text: "forecast, 80 % band", colour: colourOf(lines[0], theme), dash: [6, 5] }] : [];
  return [...entries.values(), ...more, ...shown];
}

/**
 * What a line is called: by its run where there are several, else by what it shows.
 *
 * @param {Line} line
 * @param {boolean} manyRuns
 */
function nameOf(line, manyRuns) {
  if (line.part !== undefined) return manyRuns ? `${line.run} · ${line.label}` : line.label;
  if (manyRuns && !line.share) return line.run;
  return line.faint ? "each" : line.label;
}

/**
 * Entries side by side, in as many rows as they need.
 *
 * @param {Entry[]} entries
 * @param {number} width
 * @param {(text: string) => number} measure
 */
export function rowsOf(entries, width, measure) {
  /** @type {{ entry: Entry, left: number }[][]} */
  const rows = [];
  let left = Infinity;
  for (const entry of entries) {
    const needed = SWATCH_PX + 6 + measure(entry.text);
    if (left + needed > width - MARGIN_PX) {
      rows.push([]);
      left = MARGIN_PX;
    }
    rows.at(-1)?.push({ entry, left });
    left += needed + MARGIN_PX;
  }
  return rows;
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Entry} entry
 * @param {number} left
 * @param {number} base where the text stands
 * @param {Theme} theme
 */
function drawEntry(pen, { text, colour, dash = [], width = 2, opacity = 1 }, left, base, theme) {
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.globalAlpha = opacity;
  pen.setLineDash(dash);
  pen.beginPath();
  pen.moveTo(left, base - 4);
  pen.lineTo(left + SWATCH_PX, base - 4);
  pen.stroke();
  pen.globalAlpha = 1;
  pen.fillStyle = theme.text;
  pen.fillText(text, left + SWATCH_PX + 6, base);
}
