/**
 * @import { ChartFrame } from "../chart/frame.js"
 * @import { PixelMapping } from "../chart/pixel-mapping.js"
 * @import { Zoom } from "./zoom.js"
 */
import { create } from "../base/dom.js";

/** A pointer that moved less has clicked. */
const CLICK_PX = 6;
/** Two fingers count as at least so far apart. */
const PINCH_PX = 10;

/** @typedef {{ start: number, now: number, moves: boolean }} Pointer pixels; moves: it pans rather than selects */

/**
 * Mouse, touch and pen on a plot: a drag selects a part (by touch, or with Shift, it pans), two fingers or the
 * wheel with Ctrl zoom, a double click shows all. The wheel alone scrolls the page.
 */
export class Gestures {
  #frame;
  #zoom;
  #pointAt;
  /** @type {Map<number, Pointer>} */
  #pointers = new Map();
  /** Pixels and values as they were when the last pointer came down. @type {PixelMapping | null} */
  #mapping = null;
  #band = create("div", { class: "band", hidden: true });

  /**
   * @param {ChartFrame} frame
   * @param {Zoom} zoom
   * @param {(x: number | null) => void} pointAt called with where on the x axis the pointer is
   */
  constructor(frame, zoom, pointAt) {
    this.#frame = frame;
    this.#zoom = zoom;
    this.#pointAt = pointAt;
    const { area } = frame;
    area.append(this.#band);
    area.addEventListener("pointerdown", (event) => this.#down(event));
    area.addEventListener("pointermove", (event) => this.#move(event));
    area.addEventListener("pointerup", (event) => this.#up(event, true));
    area.addEventListener("pointercancel", (event) => this.#up(event, false));
    area.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && pointAt(null));
    area.addEventListener("dblclick", () => zoom.reset());
    area.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
  }

  /** @param {PointerEvent} event */
  #down(event) {
    const mapping = this.#frame.mapping();
    if (event.button !== 0 || mapping === null) return;
    this.#frame.area.setPointerCapture(event.pointerId);
    this.#mapping = mapping;
    const start = this.#pixelOf(event, mapping);
    const moves = event.shiftKey || event.pointerType === "touch";
    this.#pointers.set(event.pointerId, { start, now: start, moves });
    this.#pointAt(mapping.xAt(start));
    for (const one of this.#pointers.values()) one.start = one.now;
  }

  /** @param {PointerEvent} event */
  #move(event) {
    const drawn = this.#frame.mapping();
    if (drawn === null) return;
    this.#pointAt(drawn.xAt(this.#pixelOf(event, drawn)));
    const pointer = this.#pointers.get(event.pointerId);
    const mapping = this.#mapping;
    if (!pointer || !mapping) return;
    pointer.now = this.#pixelOf(event, mapping);
    const [one, other] = this.#pointers.values();
    if (other) this.#pinch(one, other, mapping);
    else if (pointer.moves) this.#pan(pointer, mapping);
    else this.#select(pointer);
  }

  /**
   * @param {PointerEvent} event
   * @param {boolean} done whether it was not broken off
   */
  #up(event, done) {
    const pointer = this.#pointers.get(event.pointerId);
    if (!pointer || !this.#mapping) return;
    this.#pointers.delete(event.pointerId);
    this.#band.hidden = true;
    if (!done || pointer.moves || Math.abs(pointer.now - pointer.start) < CLICK_PX) return;
    const [low, high] = [pointer.start, pointer.now].sort((a, b) => a - b);
    this.#zoom.show(this.#mapping.xAt(low), this.#mapping.xAt(high));
    this.#pointAt(null); // what was pointed at stands elsewhere now
  }

  /** @param {WheelEvent} event */
  #wheel(event) {
    const mapping = this.#frame.mapping();
    if ((!event.ctrlKey && !event.metaKey) || mapping === null) return;
    event.preventDefault();
    this.#zoom.scale(event.deltaY > 0 ? 1.25 : 0.8, mapping.xAt(this.#pixelOf(event, mapping)));
  }

  /** @param {Pointer} pointer */
  #select({ start, now }) {
    if (Math.abs(now - start) < CLICK_PX) return;
    this.#band.hidden = false;
    this.#band.style.left = `${Math.min(start, now)}px`;
    this.#band.style.width = `${Math.abs(now - start)}px`;
  }

  /**
   * @param {Pointer} pointer
   * @param {PixelMapping} mapping
   */
  #pan({ start, now }, mapping) {
    if (this.#zoom.zoomed) this.#zoom.move(mapping.range, mapping.xAt(start) - mapping.xAt(now));
  }

  /**
   * The x between the two fingers stays between them.
   *
   * @param {Pointer} one
   * @param {Pointer} other
   * @param {PixelMapping} mapping
   */
  #pinch(one, other, mapping) {
    const before = Math.abs(one.start - other.start);
    const now = Math.max(PINCH_PX, Math.abs(one.now - other.now));
    const [low, high] = mapping.range;
    const span = (high - low) * (before / now);
    const x = mapping.xAt((one.start + other.start) / 2);
    const fraction = mapping.fractionAt((one.now + other.now) / 2);
    this.#zoom.show(x - fraction * span, x + (1 - fraction) * span);
  }

  /**
   * Where it is, held between the ends of the x axis.
   *
   * @param {MouseEvent} event
   * @param {PixelMapping} mapping
   */
  #pixelOf(event, mapping) {
    return mapping.clamp(this.#frame.pixelOf(event).x);
  }
}
