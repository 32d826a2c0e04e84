import { byId, create, setChildren, setText } from "../base/dom.js";
import { echarts } from "../chart/echarts.js";
import { readLook, strokeOf } from "../chart/theme.js";
import { linesOf } from "../curves/lines.js";
import { domain } from "../curves/x-axis.js";
import { savePicture, saveTable } from "./download.js";
import { fullScreen } from "./full-screen.js";
import { Plot } from "./plot.js";
import { plotsOf } from "./plot-list.js";
import { plotTools } from "./plot-tools.js";
import { Zoom } from "./zoom.js";

/** At most so often are plots drawn anew while points keep coming in. */
const PAUSE_MS = 250;

/** The section of plots: which there are, and drawing them when what they show changed. */
export class Plots {
  #plots = new Map(); // id → Plot
  #grid = create("div", { class: "plot-grid", id: "plot-grid" });
  #status = create("p", { class: "quiet" }, "Reading the curves …");
  #look = readLook();
  #timer = null;
  #sight;

  constructor(model, view, announce) {
    Object.assign(this, { model, view, announce });
    this.zoom = new Zoom(view, { whole: () => this.#domain(false), shown: () => this.#domain(true) });
    this.full = fullScreen(view, (id) => this.#plots.get(id), this.#grid);
    this.#sight = new IntersectionObserver((entries) => this.#seen(entries), { rootMargin: "300px" });
    byId("plots").append(
      ...plotTools({ model, view, zoom: this.zoom, shown: () => this.#curves() }),
      this.#status,
      this.#grid,
    );
    model.on("stats", () => echarts().catch(() => {})); // while the curves are under way; drawing tells of a failure
    model.on("curves runs run", () => this.#soon());
    view.on("any", () => this.#soon(0));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      this.#look = readLook();
      this.#soon(0);
    });
  }

  #soon(pause = PAUSE_MS) {
    this.#timer ??= setTimeout(
      () => {
        this.#timer = null;
        requestAnimationFrame(() => this.#draw());
      },
      this.#plots.size === 0 ? 0 : pause,
    );
  }

  #draw() {
    const curves = this.#curves();
    const signals = new Map(curves.flatMap((curve) => curve.signals.map((one) => [one.signal, one])));
    const plots = plotsOf([...signals.values()], this.view.get("plots"));
    this.#arrange(plots);
    if (plots.length > 0) this.#status.hidden = true;
    else if (curves.length > 0) this.#tell("This run has nothing to plot yet.");
    const runs = this.model.shown();
    const place = this.#domain(true);
    for (const plot of plots) {
      this.#plots
        .get(plot.id)
        .draw({
          lines: linesOf(plot, runs, this.model.curves, this.view),
          curves: this.model.curves,
          domain: place,
          view: this.view,
          look: this.#look,
          log: this.view.get("log").includes(plot.id),
          many: runs.length > 1,
          colour: (line) => strokeOf(this.#look, line.kind === "second" ? line.look + 1 : line.look).color,
        })
        .catch((failure) => this.#tell(failure.message));
    }
    this.full.follow();
  }

  #tell(text) {
    setText(this.#status, text);
    this.#status.hidden = false;
  }

  /** Makes and removes plots so that there are exactly these, in this order. */
  #arrange(plots) {
    const wanted = new Set(plots.map((plot) => plot.id));
    for (const [id, plot] of this.#plots) {
      if (wanted.has(id)) continue;
      plot.dispose();
      this.#plots.delete(id);
    }
    for (const plot of plots) {
      if (this.#plots.has(plot.id)) continue;
      const made = new Plot(plot, this.zoom, this.#does());
      this.#plots.set(plot.id, made);
      this.#sight.observe(made.element);
    }
    const elements = plots.map((plot) => this.#plots.get(plot.id).element);
    if (!this.full.open) setChildren(this.#grid, elements);
  }

  #does() {
    return {
      log: ({ plot }) => this.view.toggle("log", plot.id),
      full: ({ plot }) => this.view.set({ full: this.view.get("full") === plot.id ? null : plot.id }, { step: true }),
      remove: ({ plot }) => this.view.toggle("plots", plot.id),
      image: (plot) => savePicture(plot),
      table: (plot) => saveTable(plot),
      announce: this.announce,
      pointed: (at, place) => {
        for (const plot of this.#plots.values()) {
          if (plot !== at) plot.point(place, false);
        }
        return at.point(place, true);
      },
    };
  }

  #seen(entries) {
    for (const { target, isIntersecting } of entries) {
      const plot = this.#plots.get(target.dataset.plot);
      if (plot) plot.visible = isIntersecting || plot.element.closest("dialog[open]") !== null;
    }
  }

  #curves() {
    const hidden = this.view.get("hidden");
    const runs = this.model.shown().filter((run) => !hidden.includes(run));
    return runs.map((run) => this.model.curves.get(run)).filter((curve) => curve !== undefined);
  }

  #domain(shown) {
    const whole = { get: (key) => (key === "x" ? this.view.get("x") : null) };
    return domain(this.#curves(), shown ? this.view : whole);
  }
}
