/**
 * @import { ChartFrame } from "../chart/frame.js"
 * @import { TipRow } from "../chart/tip.js"
 * @import { Theme } from "../chart/theme.js"
 * @import { Curve } from "../curves/curve.js"
 * @import { Line } from "../curves/lines.js"
 * @import { Axis } from "../state/url.js"
 * @import { Forecast } from "./forecast.js"
 * @import { Plot } from "./plot-list.js"
 * @import { PlotDrawing } from "./plot-view.js"
 */
import { create, setValue } from "../base/dom.js";
import { dateTime, duration, position } from "../base/format.js";
import { strokeOf } from "../chart/theme.js";
import { marksNear, marksOn } from "../curves/happenings.js";
import { nearest } from "../curves/lines.js";
import { wordsOfPlace } from "../curves/x-axis.js";
import { BOUNDS } from "./forecast.js";
import { colourOf } from "./plot-scene.js";

/** Points of other lines are named if they are at most so far away, as a fraction of what is shown. */
const NEAR = 0.03;
/** Marks are named if they are at most so far away, and only so many. */
const NEAR_MARK = 0.012;
const MOST_MARKS = 4;
/** A dot so high is out of sight: its value is not finite. */
const ABOVE_PX = -9999;

/** @typedef {{ line: Line, i: number }} Found a line and the index of its nearest point */

/** The crosshair of a plot, and the tooltip that names step, time and each line's value there. */
export class Crosshair {
  #frame;
  #dots = create("div", { class: "dots" });

  /** @param {ChartFrame} frame */
  constructor(frame) {
    this.#frame = frame;
    frame.area.append(this.#dots);
  }

  /**
   * Marks the points nearest to an x.
   *
   * @param {number} x
   * @param {Plot} plot
   * @param {PlotDrawing} drawing
   * @param {boolean} named whether a tooltip names them
   * @returns {string | null} what the tooltip says
   */
  show(x, plot, drawing, named) {
    const mapping = this.#frame.mapping();
    const { theme } = this.#frame;
    const found = drawing.lines.map((line) => ({ line, i: nearest(line, x) })).filter(({ i }) => i >= 0);
    const closest = found.reduce((a, b) => (distance(a, x) <= distance(b, x) ? a : b), found[0]);
    if (!closest || !mapping || !theme) return this.hide();
    const { forecast } = drawing;
    if (forecast && Math.abs(forecast.x - x) < distance(closest, x)) {
      const colour = strokeOf(theme, 0).color;
      const rule = mapping.pixelOfX(forecast.x);
      this.#mark(
        rule,
        Object.values(forecast.loss).map((y) => dot(rule, mapping.pixelOfY(y), colour)),
      );
      return this.#name(
        named,
        { head: headOfForecast(forecast, drawing), rows: rowsOfForecast(forecast, plot, colour) },
        rule,
      );
    }
    const [low, high] = drawing.range;
    const near = found.filter((one) => distance(one, x) <= Math.max((high - low) * NEAR, distance(closest, x)));
    const rule = mapping.pixelOfX(xOf(closest));
    this.#mark(
      rule,
      near.map(({ line, i }) => {
        const y = line.top ? line.top[i] : line.y[i];
        const top = y !== null && Number.isFinite(y) ? mapping.pixelOfY(y) : ABOVE_PX;
        return dot(mapping.pixelOfX(line.x[i]), top, colourOf(line, theme));
      }),
    );
    const head = headOf(closest, drawing.curves.get(closest.line.run), drawing.axis);
    const told = near.filter(({ line }) => !((drawing.manyRuns || line.part !== undefined) && line.faint)); // their means say enough
    const rows = [...told.map((one) => rowOf(one, plot, drawing, theme)), ...rowsOfMarks(x, drawing, theme)];
    return this.#name(named, { head, rows }, rule);
  }

  /**
   * @param {number} rule in pixels
   * @param {HTMLElement[]} dots
   */
  #mark(rule, dots) {
    this.#frame.showRule(rule);
    this.#dots.replaceChildren(...dots);
  }

  /**
   * @param {boolean} named
   * @param {{ head: HTMLElement[], rows: TipRow[] }} content
   * @param {number} rule in pixels
   */
  #name(named, content, rule) {
    if (!named) {
      this.#frame.tip.hide();
      return null;
    }
    this.#frame.tip.show(content, rule);
    return this.#frame.tip.text();
  }

  hide() {
    this.#frame.showRule(null);
    this.#frame.tip.hide();
    this.#dots.replaceChildren();
    return null;
  }
}

/** @param {Found} found */
function xOf({ line, i }) {
  return line.x[i];
}

/**
 * @param {Found} found
 * @param {number} x
 */
function distance(found, x) {
  return Math.abs(xOf(found) - x);
}

/**
 * @param {Found} found
 * @param {Curve | undefined} curve
 * @param {Axis} axis
 */
function headOf({ line, i }, curve, axis) {
  const step = create("strong", { data: { tip: "step" } });
  if (line.members) return [create("strong", {}, wordsOfPlace(axis, line.x[i]))]; // of many runs
  setValue(step, line.step[i], `${curve?.axis ?? "step"} ${position(line.step[i])}`);
  const time = line.time[i];
  if (time === null) return [step];
  const when = create("span", { data: { tip: "time", raw: time } }, dateTime(time));
  const start = curve?.start ?? null;
  if (start === null) return [step, when];
  return [step, when, create("span", {}, `${duration(Math.max(0, time - start))} in`)];
}

/**
 * @param {Found} found
 * @param {Plot} plot
 * @param {PlotDrawing} drawing
 * @param {Theme} theme
 * @returns {TipRow}
 */
function rowOf({ line, i }, plot, { manyRuns }, theme) {
  return {
    colour: colourOf(line, theme),
    opacity: line.faint ? 0.45 : 1,
    label:
      manyRuns && (line.kind === "second" || line.part !== undefined)
        ? `${line.run} · ${line.label}`
        : manyRuns
          ? line.run
          : line.label,
    text: plot.format(line.y[i]) + (plot.unit ? ` ${plot.unit}` : ""),
    raw: line.y[i],
    kind: line.kind,
  };
}

/**
 * What happened there to the first run.
 *
 * @param {number} x
 * @param {PlotDrawing} drawing
 * @param {Theme} theme
 * @returns {TipRow[]}
 */
function rowsOfMarks(x, { lines, curves, axis, range }, theme) {
  const curve = curves.get(lines[0].run);
  const marks = curve ? marksOn(curve, axis, range) : [];
  const near = marksNear(marks, x, (range[1] - range[0]) * NEAR_MARK).slice(0, MOST_MARKS);
  const colours = { checkpoint: theme.soft, best: theme.mark, rewind: theme.text, nonfinite: theme.bad };
  return near.map(({ kind, label }) => ({ colour: colours[kind], label, text: "", kind }));
}

/**
 * @param {Forecast} forecast
 * @param {PlotDrawing} drawing
 */
function headOfForecast({ step, time, run }, { curves }) {
  const end = create("strong", { data: { tip: "step" } });
  setValue(end, step, `${curves.get(run)?.axis ?? "step"} ${position(step)}`);
  const when = time === null ? [] : [create("span", { data: { tip: "time", raw: time } }, dateTime(time))];
  return [end, ...when, create("span", {}, "the plan's end")];
}

/**
 * @param {Forecast} forecast
 * @param {Plot} plot
 * @param {string} colour
 * @returns {TipRow[]}
 */
function rowsOfForecast({ loss }, plot, colour) {
  return BOUNDS.map(([bound, label]) => ({
    colour,
    opacity: bound === "mid" ? 1 : 0.45,
    label,
    text: plot.format(loss[bound]),
    raw: loss[bound],
    kind: `forecast_${bound}`,
  }));
}

/**
 * @param {number} left
 * @param {number} top
 * @param {string} colour
 */
function dot(left, top, colour) {
  const element = create("span", { class: "spot" });
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
  element.style.background = colour;
  return element;
}
