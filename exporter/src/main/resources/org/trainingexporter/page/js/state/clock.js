import { Topics } from "../base/emitter.js";

/** The exporter's time, told from its answers, and a topic "second" while somebody looks. */
export class Clock extends Topics {
  heard = null; // when the exporter answered last
  #ahead = 0;

  constructor() {
    super();
    setInterval(() => {
      if (!document.hidden) this.tell("second");
    }, 1000);
  }

  /** An answer says what time it is at the exporter (epoch seconds). */
  set(time) {
    if (!Number.isFinite(time)) return;
    this.#ahead = time - Date.now() / 1000;
    this.heard = time;
  }

  now() {
    return Date.now() / 1000 + this.#ahead;
  }
}
