import { Topics } from "../base/emitter.js";
import { DEFAULTS, format, parse } from "./url.js";

/** What the viewer chose to see; the address always tells the same. Tells each changed key as a topic. */
export class View extends Topics {
  #now;
  #writing = null;

  constructor() {
    super();
    this.#now = parse(location.search);
    addEventListener("popstate", () => this.#become(parse(location.search)));
  }

  get(key) {
    return this.#now[key];
  }

  /** Takes the changes over; `step` makes an entry in the history, to come back to by the back button. */
  set(changes, { step = false } = {}) {
    const next = { ...this.#now, ...changes };
    if (step) {
      this.#write();
      history.pushState(null, "", this.address(next));
    }
    this.#become(next);
    // Browsers limit how often the address may change, and a slider changes it at each pixel.
    this.#writing ??= setTimeout(() => this.#write(), 300);
  }

  /** Switches an entry of a list on or off. */
  toggle(key, value, options) {
    const list = this.#now[key];
    this.set({ [key]: list.includes(value) ? list.filter((one) => one !== value) : [...list, value] }, options);
  }

  address(view = this.#now) {
    return location.pathname + format(view);
  }

  #write() {
    clearTimeout(this.#writing);
    this.#writing = null;
    history.replaceState(null, "", this.address());
  }

  #become(next) {
    const changed = Object.keys(DEFAULTS).filter((key) => String(this.#now[key]) !== String(next[key]));
    this.#now = next;
    for (const key of changed) this.tell(key, next[key]);
    if (changed.length > 0) this.tell("any", changed);
  }
}
