/**
 * @import { Refresher } from "../api/refresher.js"
 * @import { Model } from "../state/model.js"
 * @import { Notes } from "../notes/notes.js"
 * @import { Watched } from "./changes.js"
 */
import { ask } from "../api/client.js";
import { changesBetween, watchedOf } from "./changes.js";

/** How often the chosen runs are asked for; the browser asks less often in a tab that is hidden. */
const EVERY_MS = 15_000;

/** Notifies of the chosen runs while the page is open, hidden or not. */
export class Alerts {
  #model;
  #notes;
  #refresher;
  #notify;
  /** @type {Map<string, Watched>} */
  #before = new Map();
  /** @type {number | undefined} */
  #timer;

  /**
   * @param {Model} model
   * @param {Notes} notes
   * @param {Refresher} refresher
   * @param {(run: string, text: string) => void} notify
   */
  constructor(model, notes, refresher, notify) {
    this.#model = model;
    this.#notes = notes;
    this.#refresher = refresher;
    this.#notify = notify;
    model.on("stats", (stats) => this.#see(stats));
    notes.on("changed", () => this.#plan());
    this.#plan();
  }

  #plan() {
    const runs = this.#notes.alerted();
    for (const run of this.#before.keys()) {
      if (!runs.includes(run)) this.#before.delete(run);
    }
    if (runs.length === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    } else {
      this.#timer ??= setInterval(() => this.#ask(), EVERY_MS);
      this.#ask();
    }
  }

  async #ask() {
    const { stats } = this.#model.parts;
    for (const run of this.#notes.alerted()) {
      try {
        const isKnown = run === stats?.run && this.#refresher.isRefreshing(); // the page has its figures anyway
        this.#see(isKnown ? stats : await ask("stats", { run }));
      } catch {
        // The page says elsewhere that nothing answers.
      }
    }
  }

  /** @param {Api.Stats} stats */
  #see(stats) {
    if (!this.#notes.of(stats.run).alerts) return;
    const now = watchedOf(stats);
    for (const change of changesBetween(this.#before.get(stats.run), now)) this.#notify(stats.run, change);
    this.#before.set(stats.run, now);
  }
}
