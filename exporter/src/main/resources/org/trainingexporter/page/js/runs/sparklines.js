import { ask } from "../api/client.js";
import { pathOf } from "../base/sparkline.js";

const POINTS = 40;
/** A row must rest in sight for so long before its log is read. */
const REST_MS = 300;
/** So long a line is shown before it is asked for again. */
const FRESH_MS = 30_000;

/** Small lines of the loss, for rows in sight: each has its log read, one after the other. */
export class Sparklines {
  /** @type {Map<string, { path: string, asked: number, updated: number | null }>} */
  #known = new Map();
  /** @type {Api.Run[]} */
  #wanted = [];
  #isAsking = false;
  /** @type {number | undefined} */
  #timer;
  #show;

  /** @param {(run: string, path: string) => void} show called when a line is there */
  constructor(show) {
    this.#show = show;
  }

  /**
   * The line of a run as it is known, as the path of an SVG.
   *
   * @param {string} run
   */
  path(run) {
    return this.#known.get(run)?.path ?? "";
  }

  /**
   * These runs are in sight now, and no others.
   *
   * @param {Api.Run[]} runs
   */
  want(runs) {
    this.#wanted = runs;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#askNext(), REST_MS);
  }

  async #askNext() {
    const next = this.#wanted.find((run) => this.#isStale(run));
    if (this.#isAsking || next === undefined) return;
    this.#isAsking = true;
    const { run, updated } = next;
    const asked = Date.now();
    try {
      const { series } = await ask("plots", { run, points: POINTS, signal: ["loss", "reward"] });
      const path = series[0] ? pathOf(series[0].y) : "";
      this.#known.set(run, { path, asked, updated });
      this.#show(run, path);
    } catch {
      this.#known.set(run, { path: this.path(run), asked, updated }); // the table says that nothing answers
    } finally {
      this.#isAsking = false;
    }
    this.#askNext();
  }

  /** @param {Api.Run} run */
  #isStale({ run, updated }) {
    const known = this.#known.get(run);
    return !known || (known.updated !== updated && Date.now() - known.asked > FRESH_MS);
  }
}
