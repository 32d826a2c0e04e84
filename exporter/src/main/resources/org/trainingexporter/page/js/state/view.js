/** @import { ListKey, ViewState } from "./url.js" */
import { Emitter } from "../base/emitter.js";
import { KEPT_CHOICES, keepTastes, readTastes } from "./tastes.js";
import { DEFAULTS, formatLink, formatView, parseView } from "./url.js";

/** Browsers limit how often the address may change, and a slider changes it at each pixel. */
const WRITE_PAUSE_MS = 300;

/**
 * What the viewer chose to see; the address always says the same. Emits each key that changed, with its new
 * value, and "any" with all of them.
 *
 * @extends {Emitter<ViewState & { any: (keyof ViewState)[] }>}
 */
export class View extends Emitter {
  #state = parseView(location.search, readTastes());
  /** The run that is shown, which the address names also where the viewer chose none. @type {string | null} */
  #shown = null;
  /** @type {number | undefined} */
  #writeTimer;

  constructor() {
    super();
    addEventListener("popstate", () => this.#change(parseView(location.search, readTastes())));
  }

  /**
   * @template {keyof ViewState} Key
   * @param {Key} key
   */
  get(key) {
    return this.#state[key];
  }

  /**
   * @param {Partial<ViewState>} changes
   * @param {{ addToHistory?: boolean }} options whether the back button leads back to what was before
   */
  set(changes, { addToHistory = false } = {}) {
    const next = { ...this.#state, ...changes };
    if (addToHistory) {
      this.#write();
      history.pushState(null, "", this.#addressOf(next));
    }
    const tastes = KEPT_CHOICES.filter((key) => key in changes).map((key) => [key, changes[key]]);
    if (tastes.length > 0) keepTastes(Object.fromEntries(tastes));
    this.#change(next);
    this.#writeSoon();
  }

  /**
   * This run is shown: the address says so.
   *
   * @param {string | null} run
   */
  nameRun(run) {
    this.#shown = run;
    this.#writeSoon();
  }

  /** The address at which somebody else sees the same. */
  link() {
    return new URL(formatLink(this.#named(this.#state)), location.href).href;
  }

  /**
   * Adds an entry to a list, or removes it.
   *
   * @param {ListKey} key
   * @param {string} value
   */
  toggle(key, value) {
    const list = this.#state[key];
    this.set({ [key]: list.includes(value) ? list.filter((one) => one !== value) : [...list, value] });
  }

  #writeSoon() {
    this.#writeTimer ??= setTimeout(() => this.#write(), WRITE_PAUSE_MS);
  }

  #write() {
    clearTimeout(this.#writeTimer);
    this.#writeTimer = undefined;
    history.replaceState(null, "", this.#addressOf(this.#state));
  }

  /** @param {ViewState} next */
  #change(next) {
    const keys = /** @type {(keyof ViewState)[]} */ (Object.keys(DEFAULTS));
    const changed = keys.filter((key) => String(this.#state[key]) !== String(next[key]));
    this.#state = next;
    for (const key of changed) this.emit(key, next[key]);
    if (changed.length > 0) this.emit("any", changed);
  }

  /**
   * @param {ViewState} state
   * @returns {ViewState}
   */
  #named(state) {
    return state.runs.length > 0 || this.#shown === null ? state : { ...state, runs: [this.#shown] };
  }

  /** @param {ViewState} state */
  #addressOf(state) {
    return location.pathname + formatView(this.#named(state), readTastes());
  }
}
