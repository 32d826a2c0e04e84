import { Emitter } from "../base/emitter.js";

/**
 * The exporter's time, by its answers, in seconds since 1970. Emits "second" each second while the page
 * is visible.
 *
 * @extends {Emitter<{ second: void }>}
 */
export class Clock extends Emitter {
  /** When the exporter answered last, by its own clock; null before it has. @type {number | null} */
  lastAnswer = null;
  #ahead = 0;

  constructor() {
    super();
    setInterval(() => {
      if (!document.hidden) this.emit("second");
    }, 1000);
  }

  /**
   * An answer says what time it is at the exporter.
   *
   * @param {number | undefined} time
   */
  set(time) {
    if (time === undefined || !Number.isFinite(time)) return;
    this.#ahead = time - Date.now() / 1000;
    this.lastAnswer = time;
  }

  now() {
    return Date.now() / 1000 + this.#ahead;
  }
}
