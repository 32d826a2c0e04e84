/** @import { Theme } from "./theme.js" */
import { create, setAttribute, setText } from "../base/dom.js";
import { loadECharts } from "./echarts.js";
import { PixelMapping } from "./pixel-mapping.js";
import { readTheme } from "./theme.js";
import { Tip } from "./tip.js";

/**
 * What a chart is to show.
 *
 * @typedef {object} Drawing
 * @property {[number, number]} range the ends of the x axis
 * @property {number} [rule] where on the x axis a vertical rule stands
 * @property {(theme: Theme, width: number) => ECharts.Option} option for so many pixels
 */

/** Charts are drawn when they come so near to what is visible. */
const NEAR = "300px";

/**
 * The frame of every chart: title, drawing area with a vertical rule and a tooltip, and a summary in words for
 * who cannot see it. It draws when it comes into sight, and again when its width changes; before, a new
 * drawing costs nothing.
 */
export class ChartFrame {
  #title;
  #summary;
  #rule = create("div", { class: "rule", hidden: true });
  #visibility;
  #size;
  #visible = false;
  /** @type {Drawing | null} */
  #drawing = null;
  /** Whether the drawing differs from what is on the screen. */
  #stale = false;
  /** @type {ECharts.Chart | null} */
  #chart = null;
  /** The colours that it was drawn with. @type {Theme | null} */
  #theme = null;

  /**
   * @param {object} parts
   * @param {string} parts.id the start of its elements' ids
   * @param {string} [parts.title]
   * @param {Element[]} [parts.head] what stands right of the title
   * @param {string} [parts.describedBy] an id of further words about it
   */
  constructor({ id, title = "", head = [], describedBy = "" }) {
    this.#title = create("h3", { id: `${id}-title` }, title);
    this.#summary = create("p", { class: "unseen", id: `${id}-summary` });
    this.area = create(
      "div",
      {
        class: "chart",
        tabindex: 0,
        role: "img",
        "aria-labelledby": this.#title.id,
        "aria-describedby": `${this.#summary.id} ${describedBy}`.trim(),
      },
      this.#rule,
    );
    this.tip = new Tip(this.area);
    const caption = create("figcaption", {}, this.#title, ...head);
    this.element = create("figure", { class: "plot" }, caption, this.area, this.#summary);
    this.#visibility = new IntersectionObserver((entries) => this.#seen(entries), { rootMargin: NEAR });
    this.#visibility.observe(this.element);
    this.#size = new ResizeObserver(() => this.#resized());
    this.#size.observe(this.area);
  }

  /** @param {string} text */
  set title(text) {
    setText(this.#title, text);
  }

  /** @param {string} text */
  set summary(text) {
    setText(this.#summary, text);
  }

  /** The colours that it was drawn with; null before it is drawn. */
  get theme() {
    return this.#theme;
  }

  /**
   * Draws this, or keeps it until the chart is in sight.
   *
   * @param {Drawing} drawing
   */
  async draw(drawing) {
    this.#drawing = drawing;
    this.#stale = true;
    await this.#redraw();
  }

  /** Draws nothing until it is given something again. */
  clear() {
    this.#drawing = null;
  }

  /** Counts as in sight from now on: a dialog brought it there. */
  bringIntoSight() {
    this.#visible = true;
    this.#redrawQuietly();
  }

  /** Where values stand in the area as it is drawn; null before. */
  mapping() {
    if (this.#chart === null || this.#drawing === null) return null;
    return new PixelMapping(this.#drawing.range, this.area.clientWidth, this.#chart);
  }

  /**
   * Where a pointer is, in pixels from the area's upper left corner.
   *
   * @param {{ clientX: number, clientY: number }} event
   */
  pixelOf({ clientX, clientY }) {
    const { left, top } = this.area.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  }

  /**
   * A vertical line there; null takes it away.
   *
   * @param {number | null} pixel
   */
  showRule(pixel) {
    this.#rule.hidden = pixel === null;
    this.#rule.style.left = `${pixel}px`;
  }

  /**
   * The chart as a picture; null before it is drawn.
   *
   * @param {number} scale pixels of the picture for each of the screen
   */
  picture(scale) {
    if (this.#chart === null || this.#theme === null) return null;
    return this.#chart.getRenderedCanvas({ pixelRatio: scale, backgroundColor: this.#theme.surface });
  }

  dispose() {
    this.#visibility.disconnect();
    this.#size.disconnect();
    this.#chart?.dispose();
    this.#chart = null;
    this.#drawing = null;
    this.element.remove();
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #seen(entries) {
    const inDialog = this.element.closest("dialog[open]") !== null;
    this.#visible = inDialog || (entries.at(-1)?.isIntersecting ?? false);
    this.#redrawQuietly();
  }

  #resized() {
    if (this.#chart === null || this.area.clientWidth === 0) return;
    this.#chart.resize();
    this.#stale = true;
    this.#redrawQuietly();
  }

  /** Where that fails, the exporter is gone, which is said elsewhere; the next drawing tries again. */
  #redrawQuietly() {
    this.#redraw().catch(() => {});
  }

  async #redraw() {
    if (!this.#visible || !this.#stale || this.#drawing === null) return;
    const library = await loadECharts();
    if (!this.#stale || this.#drawing === null || this.area.clientWidth === 0) return;
    this.#chart ??= library.init(this.area.insertBefore(create("div", { class: "canvas" }), this.area.firstChild));
    this.#theme = readTheme();
    this.#chart.setOption(this.#drawing.option(this.#theme, this.area.clientWidth), { notMerge: true });
    this.#stale = false;
    const { rule } = this.#drawing;
    if (rule !== undefined) this.showRule(this.mapping()?.pixelOfX(rule) ?? null);
    setAttribute(this.element, "data-drawn", true);
  }
}
