/**
 * @import { Drawing } from "./frame.js"
 * @import { Theme } from "./theme.js"
 * @import { TipRow } from "./tip.js"
 */
import { create } from "../base/dom.js";
import { ChartFrame } from "./frame.js";

/**
 * What such a chart is to show, and what it says where it is pointed at.
 *
 * @typedef {Drawing & {
 *   title: string,
 *   summary: string,
 *   tip: (x: number, y: number, theme: Theme) => { head: string, rows: TipRow[] },
 *   click?: (x: number) => void,
 * }} TooltipDrawing
 */

/** A chart that stands for itself: it has a tooltip where it is pointed at, and may be clicked. */
export class TooltipChart {
  #frame;
  /** @type {TooltipDrawing | null} */
  #drawing = null;

  /**
   * @param {string} id
   * @param {Element[]} head what stands right of the title
   */
  constructor(id, ...head) {
    this.#frame = new ChartFrame({ id: `panel-${id}`, head });
    this.element = this.#frame.element;
    this.element.dataset.panel = id;
    this.element.hidden = true;
    const { area, tip } = this.#frame;
    area.addEventListener("pointermove", (event) => this.#point(event));
    area.addEventListener("pointerleave", () => tip.hide());
    area.addEventListener("click", (event) => {
      const mapping = this.#frame.mapping();
      if (mapping) this.#drawing?.click?.(mapping.xAt(this.#frame.pixelOf(event).x));
    });
  }

  /** @param {TooltipDrawing | null} drawing null hides the chart */
  show(drawing) {
    this.#drawing = drawing;
    this.element.hidden = drawing === null;
    if (drawing === null) return this.#frame.clear();
    this.#frame.title = drawing.title;
    this.#frame.summary = drawing.summary;
    this.#frame.draw(drawing);
  }

  /** @param {PointerEvent} event */
  #point(event) {
    const mapping = this.#frame.mapping();
    if (!mapping || !this.#drawing || !this.#frame.theme) return;
    const { x, y } = this.#frame.pixelOf(event);
    const { head, rows } = this.#drawing.tip(mapping.xAt(x), mapping.yAt(y), this.#frame.theme);
    this.#frame.tip.show({ head: [create("strong", {}, head)], rows }, x);
  }
}
