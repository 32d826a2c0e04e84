/**
 * @import { Notes } from "../notes/notes.js"
 * @import { Model } from "../state/model.js"
 * @import { Axis, ViewState } from "../state/url.js"
 * @import { View } from "../state/view.js"
 * @import { Plot } from "./plot-list.js"
 * @import { PlotActions } from "./plot-view.js"
 */

import { POINTS } from "../api/first.js";
import { byId, create, setChildren, setText } from "../base/dom.js";
import { onThemeChange } from "../base/theme.js";
import { waitAtMost } from "../base/wait.js";
import { groupsOf } from "../compare/groups.js";
import { clipOf } from "../curves/clip.js";
import { commonAxis, onAxis } from "../curves/common-axis.js";
import { groupLines } from "../curves/group-lines.js";
import { linesOf } from "../curves/lines.js";
import { shownRange } from "../curves/x-axis.js";
import { pinnedFirst } from "../notes/notes.js";
import { isOver } from "../state/run-states.js";
import { saveTable } from "./download.js";
import { forecastOf } from "./forecast.js";
import { FullScreen } from "./full-screen.js";
import { Pace } from "./pace.js";
import { savePicture } from "./picture.js";
import { showEntries, signsKey } from "./plot-key.js";
import { plotsOf } from "./plot-list.js";
import { plotTools } from "./plot-tools.js";
import { PlotView } from "./plot-view.js";
import { Zoom } from "./zoom.js";

/** So long is the axis of a plot that fills the screen; that of another is as long as it has points. */
const FULL_PX = 1600;
/** At most so long do the other plots wait for the first. */
const LONGEST_WAIT_MS = 200;

/** The section of plots: which there are, and drawing them when what they show changed. */
export class Plots {
  #model;
  #view;
  #announce;
  #notes;
  #zoom;
  #fullScreen;
  /** @type {Map<string, PlotView>} */
  #plots = new Map();
  #grid = create("div", { class: "plot-grid", id: "plot-grid" });
  #marksKey = create("div", { class: "marks-key", id: "marks-key" });
  #status = create("p", { class: "quiet" }, "Reading the curves …");
  #pace = new Pace();
  /** When they are drawn next, on the browser's clock. */
  #due = Infinity;
  /** @type {number | undefined} */
  #timer;
  /** Whether no plot has been drawn yet, and whether the first is on its way to the screen and no other is made. */
  #awaitsFirst = true;
  #showsFirst = false;
  /** @type {Axis | null} */
  #drawnAxis = null;
  /** @type {() => void} */
  #firstIsDrawn = () => {};
  /** Fulfilled when the first plot is on the screen. @type {Promise<void>} */
  drawn = new Promise((done) => {
    this.#firstIsDrawn = done;
  });

  /**
   * @param {Model} model
   * @param {View} view
   * @param {(text: string | null) => void} announce says a text to screen readers
   * @param {Notes} notes
   */
  constructor(model, view, announce, notes) {
    this.#model = model;
    this.#view = view;
    this.#announce = announce;
    this.#notes = notes;
    this.#zoom = new Zoom(view, {
      whole: () => shownRange(this.#shownCurves(), this.#axis()),
      shown: () => this.#range(),
    });
    this.#fullScreen = new FullScreen(view, (id) => this.#plots.get(id), this.#grid);
    byId("plots").append(
      ...plotTools({ model, view, zoom: this.#zoom, shownCurves: () => this.#shownCurves(), marksKey: this.#marksKey }),
      this.#status,
      this.#grid,
    );
    model.on(["curves", "runs", "run", "stats"], () => this.#drawSoon(this.#pace.due(performance.now())));
    model.on("loaded", () => this.#drawNow()); // somebody waits for it
    view.on("any", () => this.#drawSoon());
    view.on(["from", "to", "x"], () => this.#pointAtNothing());
    view.on("any", (changed) => this.#followAxis(changed));
    notes.on("changed", () => this.#drawSoon());
    onThemeChange(() => this.#drawSoon());
  }

  /** The first plot waits for no frame, only for the other listeners. */
  #drawNow() {
    if (this.#awaitsFirst) queueMicrotask(() => this.#draw());
    else this.#drawSoon();
  }

  /** @param {number} when on the browser's clock; the first plots wait for nothing */
  #drawSoon(when = 0) {
    const due = this.#plots.size <= 1 ? 0 : when;
    if (due >= this.#due) return;
    clearTimeout(this.#timer);
    this.#due = due;
    this.#timer = setTimeout(() => requestAnimationFrame(() => this.#draw()), due - performance.now());
  }

  #draw() {
    if (this.#showsFirst) return; // all are drawn after it
    this.#due = Infinity;
    const model = this.#model;
    const view = this.#view;
    const shown = this.#shownCurves();
    const signals = new Map(shown.flatMap((curve) => curve.signals.map((one) => [one.signal, one])));
    const { pins } = this.#notes;
    const entries = model.entriesInPlots();
    const allOver = entries.every(({ state }) => isOver(state));
    const all = pinnedFirst(plotsOf([...signals.values()], view.get("plots"), allOver), pins);
    const isFirst = this.#awaitsFirst && all.length > 0;
    const plots = isFirst ? all.slice(0, 1) : all; // the first is there before the others are made
    this.#arrange(plots);
    this.#status.hidden = plots.length > 0;
    if (shown.length > 0) setText(this.#status, "This run has nothing to plot yet.");
    const runs = model.runsInPlots();
    const range = this.#range();
    const axis = this.#axis();
    this.#drawnAxis = axis;
    this.#pace.drawn(range, view.get("full") === null ? POINTS : FULL_PX, performance.now());
    const curve = model.run === null ? undefined : model.curves.get(model.run);
    const groups = groupsOf(entries, runs.length > 1 ? view.get("group") : "");
    for (const plot of plots) {
      const each = linesOf(plot, runs, model.curves, onAxis(view, axis));
      const lines = groups.size > 0 && !plot.stack ? groupLines(each, groups) : each;
      const forecast = forecastOf(plot, lines, curve, model.parts.stats, axis);
      this.#plots.get(plot.id)?.draw({
        lines,
        curves: model.curves,
        axis,
        range: forecast && view.get("to") === null ? [range[0], Math.max(range[1], forecast.x)] : range,
        logScale: plot.stack === undefined && view.get("log").includes(plot.id),
        manyRuns: runs.length > 1,
        forecast,
        pinned: pins.includes(plot.id),
        alone: view.get("full") === plot.id,
        clip: view.get("clip") && !plot.stack ? clipOf(lines, view.get("log").includes(plot.id)) : null,
      });
    }
    this.#showMarksKey();
    if (isFirst) this.#showFirst(this.#plots.get(plots[0].id));
    this.#fullScreen.follow();
  }

  /** Says once for all plots what their marks look like. */
  #showMarksKey() {
    const signs = new Set([...this.#plots.values()].flatMap((plot) => [...plot.signs]));
    showEntries(this.#marksKey, signsKey(signs));
  }

  /**
   * Brings the first plot to the screen, where it is in sight, before the others are made.
   *
   * @param {PlotView | undefined} first
   */
  async #showFirst(first) {
    this.#awaitsFirst = false;
    this.#showsFirst = true;
    try {
      first?.drawAtOnce();
      await waitAtMost(first?.drawn, LONGEST_WAIT_MS);
      await painted();
    } finally {
      this.#showsFirst = false;
      this.#due = Infinity;
      this.#firstIsDrawn();
      this.#drawSoon();
    }
  }

  #pointAtNothing() {
    for (const plot of this.#plots.values()) plot.point(null, false);
  }

  /**
   * Makes and removes plots so that there are exactly these, in this order.
   *
   * @param {Plot[]} plots
   */
  #arrange(plots) {
    const wanted = new Set(plots.map((plot) => plot.id));
    for (const [id, plot] of this.#plots) {
      if (wanted.has(id)) continue;
      plot.dispose();
      this.#plots.delete(id);
    }
    const elements = plots.map((plot) => {
      const known = this.#plots.get(plot.id) ?? new PlotView(plot, this.#zoom, this.#actions());
      this.#plots.set(plot.id, known);
      return known.element;
    });
    if (!this.#fullScreen.open) setChildren(this.#grid, elements);
  }

  /** @returns {PlotActions} */
  #actions() {
    const view = this.#view;
    return {
      toggleLog: (id) => view.toggle("log", id),
      toggleFull: (id) => view.set({ full: view.get("full") === id ? null : id }, { addToHistory: true }),
      togglePin: (id) => this.#notes.togglePin(id),
      remove: (id) => view.toggle("plots", id),
      savePicture,
      saveTable,
      announce: this.#announce,
      pointAt: (at, x) => {
        for (const plot of this.#plots.values()) {
          if (plot !== at) plot.point(x, false);
        }
        return at.point(x, true);
      },
    };
  }

  /** The curves of the runs that are not hidden. */
  #shownCurves() {
    const hidden = this.#view.get("hidden");
    const runs = this.#model.runsInPlots().filter((run) => !hidden.includes(run));
    return runs.map((run) => this.#model.curves.get(run)).filter((curve) => curve !== undefined);
  }

  /**
   * Other runs may be on another axis, where the part that was chosen is none.
   *
   * @param {(keyof ViewState)[]} changed
   */
  #followAxis(changed) {
    const before = this.#drawnAxis;
    this.#drawnAxis = this.#axis();
    const isChosen = changed.some((key) => key === "x" || key === "from" || key === "to");
    if (before !== null && before !== this.#drawnAxis && !isChosen && this.#zoom.zoomed) this.#zoom.reset();
  }

  /** What the x axis counts. */
  #axis() {
    return commonAxis(this.#model, this.#view);
  }

  #range() {
    const view = this.#view;
    return shownRange(this.#shownCurves(), this.#axis(), view.get("from"), view.get("to"));
  }
}

/** Waits until what was drawn is on the screen. */
function painted() {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}
