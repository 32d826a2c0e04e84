import { create, setAttribute, setText } from "../base/dom.js";
import { number, position } from "../base/format.js";
import { icon } from "../base/icons.js";
import { echarts } from "../chart/echarts.js";
import { Hover } from "./crosshair.js";
import { Gestures } from "./gestures.js";
import { keyboard } from "./keyboard.js";
import { chartOption } from "./plot-option.js";

/** One plot: its frame at once, its lines when it comes into sight. */
export class Plot {
  #area;
  #chart = null;
  #key = create("div", { class: "plot-key" });
  #summary = create("p", { class: "unseen" });
  #nothing = create("p", { class: "nothing", hidden: true });
  #tools = create("div", { class: "plot-tools" });
  #drawing = null; // what was drawn last: {plot, lines, curves, domain, …}
  #visible = false;

  /** does: {log, full, image, table, remove, announce, pointed}: what the buttons and gestures ask for. */
  constructor(plot, zoom, does) {
    this.plot = plot;
    this.does = does;
    const id = `plot-${plot.id.replace(/\W+/g, "-")}`;
    this.#area = create("div", {
      class: "chart",
      tabindex: 0,
      role: "img",
      "aria-label": plot.title,
      "aria-describedby": `${id}-summary plots-keys`,
    });
    this.#summary.id = `${id}-summary`;
    const head = create(
      "figcaption",
      {},
      create("h3", {}, plot.title),
      create("span", { class: "unit" }, plot.unit),
      this.#key,
      this.#tools,
    );
    this.element = create(
      "figure",
      { class: "plot", data: { plot: plot.id, points: 0 } },
      head,
      this.#area,
      this.#summary,
    );
    this.#makeTools();
    this.#area.append(this.#nothing);
    this.hover = new Hover(this.#area);
    new Gestures(this.#area, zoom, (place) => this.does.pointed(this, place));
    keyboard(this.#area, { zoom, does, plot: this });
    new ResizeObserver(() => this.#fit()).observe(this.#area);
  }

  /** Whether it is in sight; only then drawing costs anything. */
  set visible(visible) {
    this.#visible = visible;
    if (visible && this.#drawing?.stale) this.#again();
  }

  get drawing() {
    return this.#drawing;
  }

  get chart() {
    return this.#chart;
  }

  /** Draws these lines, or remembers them until it is in sight. */
  async draw(drawing) {
    this.#drawing = { ...drawing, plot: this.plot, stale: !this.#visible };
    this.#describe(drawing);
    this.#nothing.hidden = drawing.lines.length > 0;
    setText(
      this.#nothing,
      drawing.view.get("x") === "step"
        ? "Nothing to plot here."
        : "Nothing to plot here, or the records carry no time.",
    );
    if (!this.#visible) return;
    const library = await echarts();
    if (this.#area.clientWidth === 0) return;
    this.#chart ??= library.init(this.#area.insertBefore(create("div", { class: "canvas" }), this.#area.firstChild));
    this.#chart.setOption(chartOption({ ...this.#drawing, width: this.#area.clientWidth }), { notMerge: true });
    setAttribute(this.element, "data-drawn", true);
  }

  /** Points at a place of the x axis in this plot; named beside the values where the pointer is. */
  point(place, named) {
    if (place === null || !this.#chart || !this.#drawing) return this.hover.hide();
    const y = (value) => this.#chart.convertToPixel({ yAxisIndex: 0 }, value);
    return this.hover.show(place, { ...this.#drawing, y }, named);
  }

  dispose() {
    this.#chart?.dispose();
    this.element.remove();
  }

  #fit() {
    if (this.#chart === null || this.#area.clientWidth === 0) return;
    this.#chart.resize();
    this.#again();
  }

  /** Where that fails, the exporter is gone, which is told elsewhere; what it tells next draws anew. */
  #again() {
    this.draw(this.#drawing).catch(() => {});
  }

  #describe({ lines, curves, log }) {
    const raw = lines.find((line) => line.kind === "raw") ?? lines[0];
    setAttribute(this.element, "data-points", raw?.x.length ?? 0);
    setAttribute(this.element, "data-last-step", raw?.step.at(-1));
    setAttribute(this.element, "data-last-y", raw?.y.at(-1));
    setAttribute(this.element, "data-runs", new Set(lines.map((line) => line.run)).size);
    setAttribute(this.element, "data-lines", [...new Set(lines.map((line) => line.kind))].join(" "));
    setAttribute(this.#tools.querySelector("[data-tool=log]"), "aria-pressed", String(log));
    this.#key.replaceChildren(...keyOf(this.plot, lines, curves));
    if (!raw) return setText(this.#summary, "Nothing to plot.");
    const lowest = raw.y.reduce((best, y, i) => (Number.isFinite(y) && !(raw.y[best] <= y) ? i : best), 0);
    const at = (i) =>
      `${this.plot.show(raw.y[i])} ${this.plot.unit} at ${curves.get(raw.run).axis} ${position(raw.step[i])}`;
    setText(this.#summary, `${number(raw.x.length)} points. Newest ${at(raw.x.length - 1)}. Lowest ${at(lowest)}.`);
  }

  #makeTools() {
    const { plot, does } = this;
    const button = (tool, label, content, pressed) =>
      create(
        "button",
        {
          type: "button",
          class: "tool",
          data: { tool },
          "aria-label": `${plot.title}: ${label}`,
          title: label,
          "aria-pressed": pressed,
          on: { click: () => does[tool](this) },
        },
        content,
      );
    this.#tools.append(
      button("log", "log scale", "log", "false"),
      button("image", "save as PNG", icon("image")),
      button("table", "save as CSV", icon("table")),
      button("full", "full screen", icon("expand")),
    );
    if (plot.removable) this.#tools.append(button("remove", "remove this plot", icon("close")));
  }
}

/** What the kinds of lines and marks look like, where there is more than one. */
function keyOf(plot, lines, curves) {
  const kinds = new Map(lines.map((line) => [line.kind, line]));
  const entries =
    kinds.size > 1
      ? [...kinds.values()].map((line) => [line.faint ? "raw" : line.kind, line.faint ? "each" : line.word])
      : [];
  const marks = lines.flatMap((line) => curves.get(line.run).marks.checkpoints ?? []);
  if (plot.marks && !plot.dots && marks.length > 0) entries.push(["checkpoint", "checkpoint"]);
  if (plot.marks && marks.some((mark) => mark.best)) entries.push(["best", "best"]);
  if (lines.some((line) => line.y.some((y) => y !== null && !Number.isFinite(y))))
    entries.push(["nonfinite", "not finite"]);
  return entries.map(([sign, word]) => create("span", { class: "key", data: { sign } }, word));
}
