/**
 * @import { Clip } from "../curves/clip.js"
 * @import { Curve } from "../curves/curve.js"
 * @import { Mark } from "../curves/happenings.js"
 * @import { Line } from "../curves/lines.js"
 * @import { Axis } from "../state/url.js"
 * @import { Forecast } from "./forecast.js"
 * @import { Plot } from "./plot-list.js"
 * @import { Zoom } from "./zoom.js"
 */
import { create, setAttribute, setText } from "../base/dom.js";
import { icon } from "../base/icons.js";
import { ChartFrame } from "../chart/frame.js";
import { marksOn } from "../curves/happenings.js";
import { helpFor } from "../help/help.js";
import { Crosshair } from "./crosshair.js";
import { Gestures } from "./gestures.js";
import { addKeyboard } from "./keyboard.js";
import { keyOf, showEntries, signsOn } from "./plot-key.js";
import { plotScene } from "./plot-scene.js";
import { summaryOf } from "./summary.js";

/**
 * What a plot is drawn from.
 *
 * @typedef {object} PlotDrawing
 * @property {Line[]} lines
 * @property {Map<string, Curve>} curves by run
 * @property {Axis} axis
 * @property {[number, number]} range the ends of the x axis
 * @property {boolean} logScale whether the y axis is logarithmic
 * @property {boolean} manyRuns
 * @property {Forecast | null} [forecast]
 * @property {Clip | null} [clip] where outliers are cut off
 * @property {boolean} [pinned]
 * @property {boolean} [alone] whether no other plot is in sight
 *
 * @typedef {object} PlotActions what the buttons, keys and gestures of a plot ask for
 * @property {(id: string) => void} toggleLog
 * @property {(id: string) => void} toggleFull
 * @property {(id: string) => void} togglePin
 * @property {(id: string) => void} remove
 * @property {(view: PlotView) => void} savePicture
 * @property {(view: PlotView, drawnOnly: boolean) => void} saveTable
 * @property {(text: string | null) => void} announce
 * @property {(view: PlotView, x: number | null) => string | null} pointAt points at an x in all plots
 */

/** So long after a change is it put into words for who cannot see it; at once while the plot has the focus. */
const SUMMARY_PAUSE_MS = 5000;

/** One plot: its frame at once, its lines when it comes into sight. */
export class PlotView {
  #actions;
  #frame;
  #crosshair;
  #key = create("div", { class: "plot-key" });
  #nothing = create("p", { class: "nothing", hidden: true });
  #logButton;
  #pinButton;
  /** @type {PlotDrawing | null} */
  #drawing = null;
  /** @type {Set<Mark["kind"]>} */
  #signs = new Set();
  /** Puts into words what is drawn; null before anything is. @type {(() => void) | null} */
  #summarize = null;
  /** @type {number | undefined} */
  #timer;

  /**
   * @param {Plot} plot
   * @param {Zoom} zoom
   * @param {PlotActions} actions
   */
  constructor(plot, zoom, actions) {
    this.plot = plot;
    this.#actions = actions;
    this.#logButton = this.#button("log", "log scale", "log", () => actions.toggleLog(plot.id));
    setAttribute(this.#logButton, "aria-pressed", "false");
    this.#pinButton = this.#button("pin", "pin to the top", icon("pin"), () => actions.togglePin(plot.id));
    const help = helpFor(plot.id, plot.title);
    this.#frame = new ChartFrame({
      id: `plot-${plot.id.replace(/\W+/g, "-")}`,
      title: plot.title,
      head: [create("span", { class: "unit" }, plot.unit), help.button, this.#key, this.#makeTools(), help.sentence],
      describedBy: "plots-keys",
    });
    this.element = this.#frame.element;
    this.element.dataset.plot = plot.id;
    this.element.dataset.points = "0";
    const { area } = this.#frame;
    area.append(this.#nothing);
    area.addEventListener("focus", () => this.#summarize?.());
    this.#crosshair = new Crosshair(this.#frame);
    new Gestures(this.#frame, zoom, (x) => actions.pointAt(this, x));
    addKeyboard(area, zoom, {
      walkTo: (x) => actions.announce(actions.pointAt(this, x)),
      leave: () => actions.pointAt(this, null),
      fill: () => actions.toggleFull(plot.id),
      log: () => plot.stack || actions.toggleLog(plot.id),
      pin: () => actions.togglePin(plot.id),
    });
  }

  /** Which kinds of marks it has. */
  get signs() {
    return this.#signs;
  }

  /** What it shows; null before there is anything. */
  get drawing() {
    return this.#drawing;
  }

  /** Fulfilled when it was drawn for the first time. */
  get drawn() {
    return this.#frame.drawn;
  }

  get theme() {
    return this.#frame.theme;
  }

  /**
   * Draws these lines, or keeps them until it is in sight.
   *
   * @param {PlotDrawing} drawing
   */
  draw(drawing) {
    const { plot } = this;
    this.#drawing = drawing;
    this.#describe(drawing);
    this.#nothing.hidden = drawing.lines.length > 0;
    setText(
      this.#nothing,
      drawing.axis === "step"
        ? "Nothing to plot here."
        : `Nothing to plot here, or the records have no ${axisWord(drawing.axis)}.`,
    );
    this.#frame.draw({ scene: (theme, width) => plotScene(plot, drawing, theme, width) });
  }

  /** Draws what it was given without waiting for the browser to say that it is in sight. */
  drawAtOnce() {
    this.#frame.drawAtOnce();
  }

  /** A dialog shows it now. */
  bringIntoSight() {
    this.#frame.bringIntoSight();
  }

  /**
   * Marks the points at an x in this plot; null marks none.
   *
   * @param {number | null} x
   * @param {boolean} named whether a tooltip names them
   * @returns {string | null} what the tooltip says
   */
  point(x, named) {
    if (x === null || this.#drawing === null) return this.#crosshair.hide();
    return this.#crosshair.show(x, this.plot, this.#drawing, named);
  }

  /** @param {number} scale pixels of the picture for each of the screen */
  picture(scale) {
    return this.#frame.picture(scale);
  }

  dispose() {
    clearTimeout(this.#timer);
    this.#frame.dispose();
  }

  /** @param {PlotDrawing} drawing */
  #describe({ lines, curves, axis, range, logScale, forecast, pinned = false, alone = false, clip }) {
    const raw = lines.find((line) => line.kind === "raw") ?? lines[0];
    setAttribute(this.element, "data-points", raw?.x.length ?? 0);
    setAttribute(this.element, "data-last-step", raw?.step.at(-1));
    setAttribute(this.element, "data-last-y", raw?.y.at(-1));
    setAttribute(this.element, "data-runs", new Set(lines.map((line) => line.run)).size);
    setAttribute(this.element, "data-lines", [...new Set(lines.map((line) => line.kind))].join(" "));
    setAttribute(this.#logButton, "aria-pressed", String(logScale));
    setAttribute(this.#pinButton, "aria-pressed", String(pinned));
    const curve = raw && curves.get(raw.run);
    const marks = curve ? marksOn(curve, axis, range) : [];
    setAttribute(this.element, "data-marks", marks.map(({ x, label }) => `${label} @ ${x}`).join("; "));
    this.#signs = signsOn(this.plot, lines, marks);
    const signs = alone ? this.#signs : undefined;
    showEntries(this.#key, keyOf(this.plot, lines, { forecast, cut: clip?.cut, signs }));
    const isFirst = this.#summarize === null;
    this.#summarize = () => {
      this.#frame.summary = summaryOf(this.plot, lines, raw, curve);
    };
    if (isFirst || document.activeElement === this.#frame.area) this.#summarize();
    else this.#summarizeSoon();
  }

  #summarizeSoon() {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#summarize?.();
    }, SUMMARY_PAUSE_MS);
  }

  #makeTools() {
    const { plot } = this;
    const actions = this.#actions;
    return create(
      "div",
      { class: "plot-tools" },
      plot.stack ? null : this.#logButton,
      this.#pinButton,
      this.#button("image", "save as PNG", icon("image"), () => actions.savePicture(this)),
      this.#button("table", "save as CSV (with Shift: the drawn points)", icon("table"), ({ shiftKey }) =>
        actions.saveTable(this, shiftKey),
      ),
      this.#button("full", "full screen", icon("expand"), () => actions.toggleFull(plot.id)),
      plot.removable ? this.#button("remove", "remove this plot", icon("close"), () => actions.remove(plot.id)) : null,
    );
  }

  /**
   * @param {string} tool
   * @param {string} label
   * @param {Node | string} content
   * @param {(event: MouseEvent) => void} click
   */
  #button(tool, label, content, click) {
    return create(
      "button",
      {
        type: "button",
        class: "tool",
        data: { tool },
        "aria-label": `${this.plot.title}: ${label}`,
        title: label,
        on: { click },
      },
      content,
    );
  }
}

/** @param {Axis} axis */
function axisWord(axis) {
  return { step: "steps", epoch: "epochs", time: "times", relative: "times", tokens: "count of tokens" }[axis];
}
