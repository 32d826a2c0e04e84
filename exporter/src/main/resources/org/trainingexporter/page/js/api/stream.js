import { address } from "./client.js";

/** So long the browser may try to take a broken stream up again before it counts as failed. */
const GRACE_MS = 3000;

/** One stream of server-sent events. A short break heals by itself and misses nothing. */
export class Stream {
  #source;
  #grace = null;
  #heard = Date.now();

  /** Listeners: one a kind of event, and changed (open or not) and failed. */
  constructor(parameters, { changed, failed, ...kinds }) {
    this.#source = new EventSource(address("stream", parameters));
    const fail = () => {
      this.close();
      failed();
    };
    const wait = () => {
      this.#grace ??= setTimeout(fail, GRACE_MS);
    };
    wait();
    this.#source.addEventListener("open", () => {
      clearTimeout(this.#grace);
      this.#grace = null;
      changed();
    });
    this.#source.addEventListener("error", () => {
      if (this.#source.readyState === EventSource.CLOSED) return fail();
      wait();
      changed();
    });
    for (const [kind, listener] of Object.entries(kinds)) {
      this.#source.addEventListener(kind, (event) => {
        this.#heard = Date.now();
        listener(JSON.parse(event.data));
      });
    }
  }

  get open() {
    return this.#source.readyState === EventSource.OPEN;
  }

  silentMs() {
    return Date.now() - this.#heard;
  }

  close() {
    clearTimeout(this.#grace);
    this.#source.close();
  }
}
