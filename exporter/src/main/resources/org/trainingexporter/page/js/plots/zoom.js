/** The part of the x axis that all plots show. Ends are given in the units of that axis. */
export class Zoom {
  /** whole() and shown() tell the ends of the data and of what is shown: [low, high]. */
  constructor(view, { whole, shown }) {
    this.view = view;
    this.whole = whole;
    this.shown = shown;
  }

  /** Shows this part. An end at the data's end is left open, so that new points keep coming in. */
  show(low, high) {
    const [first, last] = this.whole();
    const from = Math.max(first, low);
    const span = Math.max(Math.min(last, high) - from, (last - first) / 1e5);
    const digits = Math.max(0, 3 - Math.ceil(Math.log10(span)));
    const round = (value) => Number(value.toFixed(Math.min(digits, 6)));
    this.view.set({
      from: from <= first ? null : round(from),
      to: from + span >= last ? null : round(from + span),
    });
  }

  reset() {
    this.view.set({ from: null, to: null });
  }

  /** Below 1 shows less (nearer), above 1 more; the place stays where it is. */
  scale(factor, place) {
    const [low, high] = this.shown();
    const middle = place ?? (low + high) / 2;
    this.show(middle - (middle - low) * factor, middle + (high - middle) * factor);
  }

  /** Moves by a part of what is shown and stays within the data. */
  pan(part) {
    const [low, high] = this.shown();
    const [first, last] = this.whole();
    const wanted = part * (high - low);
    const by = Math.max(first - low, Math.min(last - high, wanted));
    this.show(low + by, high + by);
  }

  get zoomed() {
    return this.view.get("from") !== null || this.view.get("to") !== null;
  }
}
