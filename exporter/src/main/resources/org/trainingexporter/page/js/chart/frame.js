/**
 * @import { Scene } from "./scene.js"
 * @import { Theme } from "./theme.js"
 */
import { create, setAttribute, setText } from "../base/dom.js";
import { ChartCanvas } from "./canvas.js";
import { readTheme } from "./theme.js";
import { Tip } from "./tip.js";

/**
 * What a chart is to show.
 *
 * @typedef {object} Drawing
 * @property {number} [rule] where on the x axis a vertical rule stands
 * @property {(theme: Theme, width: number) => Scene} scene for so many pixels
 */

/** Charts are drawn when they come so near to what is visible. */
const NEAR_PX = 300;

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
  /** The area's, as the browser last said, since asking for them lays out the page; asked for once at the most. */
  #width = 0;
  #height = 0;
  /** @type {Drawing | null} */
  #drawing = null;
  /** Whether the drawing differs from what is on the screen. */
  #stale = false;
  #canvas;
  /** @type {() => void} */
  #isDrawn = () => {};
  /** Fulfilled when it was drawn for the first time. @type {Promise<void>} */
  drawn = new Promise((done) => {
    this.#isDrawn = done;
  });
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
    const paper = create("div", { class: "canvas" });
    this.#canvas = new ChartCanvas(paper);
    this.area = create(
      "div",
      {
        class: "chart",
        tabindex: 0,
        role: "img",
        "aria-labelledby": this.#title.id,
        "aria-describedby": `${this.#summary.id} ${describedBy}`.trim(),
      },
      paper,
      this.#rule,
    );
    this.tip = new Tip(this.area);
    const caption = create("figcaption", {}, this.#title, ...head);
    this.element = create("figure", { class: "plot", id }, caption, this.area, this.#summary);
    this.#visibility = new IntersectionObserver((entries) => this.#seen(entries), { rootMargin: `${NEAR_PX}px` });
    this.#visibility.observe(this.element);
    this.#size = new ResizeObserver((entries) => this.#resized(entries));
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
  draw(drawing) {
    this.#drawing = drawing;
    this.#stale = true;
    this.#redraw();
  }

  /** Draws nothing until it is given something again. */
  clear() {
    this.#drawing = null;
  }

  /** Counts as in sight from now on: a dialog brought it there. */
  bringIntoSight() {
    this.#visible = true;
    this.#redraw();
  }

  /** Where values stand in the area as it is drawn; null before. */
  mapping() {
    return this.#canvas.mapping();
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
   * The chart as a picture without a ground; null before it is drawn.
   *
   * @param {number} scale pixels of the picture for each of the screen
   */
  picture(scale) {
    return this.#canvas.picture(scale);
  }

  dispose() {
    this.#visibility.disconnect();
    this.#size.disconnect();
    this.#canvas.dispose();
    this.#drawing = null;
    this.element.remove();
  }

  /** Draws if it is in sight, without waiting for the frame in which the browser would say so: asks where it is. */
  drawAtOnce() {
    const { top, bottom, width, height } = this.area.getBoundingClientRect();
    this.#visible ||= top < innerHeight + NEAR_PX && bottom > -NEAR_PX;
    this.#hasSize(width, height);
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #seen(entries) {
    const inDialog = this.element.closest("dialog[open]") !== null;
    this.#visible = inDialog || (entries.at(-1)?.isIntersecting ?? false);
    setTimeout(() => this.#redraw()); // one after the other: the first is on the screen before the last is drawn
  }

  /** @param {ResizeObserverEntry[]} entries */
  #resized(entries) {
    const { width = 0, height = 0 } = entries.at(-1)?.contentRect ?? {};
    this.#hasSize(width, height);
  }

  /**
   * @param {number} width
   * @param {number} height
   */
  #hasSize(width, height) {
    const [newWidth, newHeight] = [Math.floor(width), Math.floor(height)];
    if (newWidth === this.#width && newHeight === this.#height) return;
    this.#width = newWidth;
    this.#height = newHeight;
    this.#stale = true;
    this.#redraw();
  }

  #redraw() {
    if (!this.#visible || !this.#stale || this.#drawing === null || this.#width * this.#height === 0) return;
    const { scene, rule } = this.#drawing;
    const [theme, width, height] = [readTheme(), this.#width, this.#height];
    this.#theme = theme;
    this.#canvas.draw({ scene: scene(theme, width), theme, width, height });
    this.#stale = false;
    if (rule !== undefined) this.showRule(this.mapping()?.pixelOfX(rule) ?? null);
    setAttribute(this.element, "data-drawn", true);
    this.#isDrawn();
  }
}
