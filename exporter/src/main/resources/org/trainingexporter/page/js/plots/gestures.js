import { create } from "../base/dom.js";
import { GRID } from "./plot-option.js";

const CLICK_PX = 6;

/**
 * Mouse, touch and pen on a plot: drag selects a part (touch, or with Shift: moves it), two fingers or
 * the wheel with Ctrl zoom, a double click shows all. The wheel alone scrolls the page.
 */
export class Gestures {
  #pointers = new Map(); // id → {start, now, low, high}: pixels, and the window when it was put down
  #band = create("div", { class: "band", hidden: true });

  constructor(area, zoom, hover) {
    this.area = area;
    this.zoom = zoom;
    this.hover = hover;
    area.append(this.#band);
    area.addEventListener("pointerdown", (event) => this.#down(event));
    area.addEventListener("pointermove", (event) => this.#move(event));
    area.addEventListener("pointerup", (event) => this.#up(event, true));
    area.addEventListener("pointercancel", (event) => this.#up(event, false));
    area.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && hover(null));
    area.addEventListener("dblclick", () => zoom.reset());
    area.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
  }

  #down(event) {
    if (event.button !== 0) return;
    this.area.setPointerCapture(event.pointerId);
    this.area.focus({ preventScroll: true });
    const start = this.#pixel(event);
    const moves = event.shiftKey || event.pointerType === "touch";
    this.#pointers.set(event.pointerId, { start, now: start, moves });
    this.window = this.zoom.shown();
    this.hover(this.#place(start, this.window));
    for (const one of this.#pointers.values()) one.start = one.now;
  }

  #move(event) {
    const pointer = this.#pointers.get(event.pointerId);
    this.hover(this.#place(this.#pixel(event), this.zoom.shown()));
    if (!pointer) return;
    pointer.now = this.#pixel(event);
    const [one, other] = this.#pointers.values();
    if (other) this.#pinch(one, other);
    else if (pointer.moves) this.#drag(pointer);
    else this.#select(pointer);
  }

  #up(event, done) {
    const pointer = this.#pointers.get(event.pointerId);
    if (!pointer) return;
    this.#pointers.delete(event.pointerId);
    this.#band.hidden = true;
    if (!done || pointer.moves || Math.abs(pointer.now - pointer.start) < CLICK_PX) return;
    const [low, high] = [pointer.start, pointer.now].sort((a, b) => a - b);
    this.zoom.show(this.#place(low, this.window), this.#place(high, this.window));
  }

  #wheel(event) {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    this.zoom.scale(event.deltaY > 0 ? 1.25 : 0.8, this.#place(this.#pixel(event), this.zoom.shown()));
  }

  #select({ start, now }) {
    if (Math.abs(now - start) < CLICK_PX) return;
    this.#band.hidden = false;
    this.#band.style.left = `${GRID.left + Math.min(start, now)}px`;
    this.#band.style.width = `${Math.abs(now - start)}px`;
  }

  #drag({ start, now }) {
    if (!this.zoom.zoomed) return;
    const [low, high] = this.window;
    const by = ((start - now) / this.#width()) * (high - low);
    const [first, last] = this.zoom.whole();
    const held = Math.max(first - low, Math.min(last - high, by));
    this.zoom.show(low + held, high + held);
  }

  #pinch(one, other) {
    const before = Math.abs(one.start - other.start);
    const now = Math.max(10, Math.abs(one.now - other.now));
    const [low, high] = this.window;
    const span = (high - low) * (before / now);
    const place = this.#place((one.start + other.start) / 2, this.window);
    const part = (one.now + other.now) / 2 / this.#width();
    this.zoom.show(place - part * span, place + (1 - part) * span);
  }

  /** Pixels right of the grid's left edge, held within the grid. */
  #pixel(event) {
    const x = event.clientX - this.area.getBoundingClientRect().left - GRID.left;
    return Math.max(0, Math.min(this.#width(), x));
  }

  #place(pixel, [low, high]) {
    return low + (pixel / this.#width()) * (high - low);
  }

  #width() {
    return this.area.clientWidth - GRID.left - GRID.right;
  }
}
