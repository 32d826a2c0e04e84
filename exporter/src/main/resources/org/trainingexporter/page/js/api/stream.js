import { apiUrl } from "./client.js";

/** So long a stream may take to open: the rest of the page comes over the same line. */
const OPEN_MS = 10_000;
/** So long the browser may try to open a broken stream again before it counts as failed. */
const GRACE_MS = 3000;

/**
 * @typedef {object} StreamStatus what happens to the stream itself
 * @property {() => void} changed it opened, or broke and is tried again
 * @property {() => void} failed it is closed for good
 *
 * @typedef {{ [Kind in keyof Api.StreamEvents]: (data: Api.StreamEvents[Kind]) => void }} StreamListeners
 */

/** One stream of server-sent events. A short break heals by itself and misses nothing. */
export class Stream {
  #source;
  /** @type {number | undefined} */
  #graceTimer;
  #lastEvent = Date.now();

  /**
   * @param {import("./client.js").Parameters} parameters
   * @param {StreamListeners} listeners one for each kind of event
   * @param {StreamStatus} status
   */
  constructor(parameters, listeners, { changed, failed }) {
    this.#source = new EventSource(apiUrl("stream", parameters));
    const fail = () => {
      this.close();
      failed();
    };
    /** @param {number} ms */
    const wait = (ms) => {
      this.#graceTimer ??= setTimeout(fail, ms);
    };
    wait(OPEN_MS);
    this.#source.addEventListener("open", () => {
      clearTimeout(this.#graceTimer);
      this.#graceTimer = undefined;
      changed();
    });
    this.#source.addEventListener("error", () => {
      if (this.#source.readyState === EventSource.CLOSED) return fail();
      wait(GRACE_MS);
      changed();
    });
    for (const [kind, listener] of Object.entries(listeners)) {
      this.#source.addEventListener(kind, (event) => {
        this.#lastEvent = Date.now();
        listener(JSON.parse(event.data));
      });
    }
  }

  get open() {
    return this.#source.readyState === EventSource.OPEN;
  }

  /** For how long nothing has come. */
  silentMs() {
    return Date.now() - this.#lastEvent;
  }

  close() {
    clearTimeout(this.#graceTimer);
    this.#source.close();
  }
}
