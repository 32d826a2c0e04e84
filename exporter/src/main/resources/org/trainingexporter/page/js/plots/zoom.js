/** @import { View } from "../state/view.js" */

/** The part of the x axis that all plots show. Ends are in the units of that axis. */
export class Zoom {
  #view;

  /**
   * @param {Pick<View, "get" | "set">} view
   * @param {object} ranges
   * @param {() => [number, number]} ranges.whole the ends of the data
   * @param {() => [number, number]} ranges.shown the ends of what is shown
   */
  constructor(view, { whole, shown }) {
    this.#view = view;
    this.whole = whole;
    this.shown = shown;
  }

  /**
   * Shows this part. An end at the data's end is left open, so that new points keep coming in.
   *
   * @param {number} low
   * @param {number} high
   */
  show(low, high) {
    const [first, last] = this.whole();
    const from = Math.max(first, low);
    const span = Math.max(Math.min(last, high) - from, (last - first) / 1e5);
    const digits = Math.max(0, 3 - Math.ceil(Math.log10(span)));
    /** @param {number} value */
    const round = (value) => Number(value.toFixed(Math.min(digits, 6)));
    this.#view.set({
      from: from <= first ? null : round(from),
      to: from + span >= last ? null : round(from + span),
    });
  }

  reset() {
    this.#view.set({ from: null, to: null });
  }

  /**
   * Zooms in (a factor below 1) or out around a place that stays where it is: the middle, if none is given.
   *
   * @param {number} factor
   * @param {number | null} [x]
   */
  scale(factor, x) {
    const [low, high] = this.shown();
    const fixed = x ?? (low + high) / 2;
    this.show(fixed - (fixed - low) * factor, fixed + (high - fixed) * factor);
  }

  /**
   * Moves by a fraction of what is shown.
   *
   * @param {number} fraction
   */
  pan(fraction) {
    const [low, high] = this.shown();
    this.move([low, high], fraction * (high - low));
  }

  /**
   * Shows this part moved by a distance, within the data.
   *
   * @param {[number, number]} range
   * @param {number} distance
   */
  move([low, high], distance) {
    const [first, last] = this.whole();
    const by = Math.max(first - low, Math.min(last - high, distance));
    this.show(low + by, high + by);
  }

  get zoomed() {
    return this.#view.get("from") !== null || this.#view.get("to") !== null;
  }
}
