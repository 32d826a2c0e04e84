import { parseNumber } from "../base/format.js";

/** More than this many new points, and the thinned curve is asked for anew. */
const GROWTH = 4000;

/**
 * The series of one run: the whole of it, thinned (the base), and finer points of the part that was
 * zoomed into. Each series is {x, time, y, attempt}: position, epoch seconds or null, value.
 */
export class Curve {
  axis = "step";
  start = null;
  signals = [];
  marks = {};
  grown = 0;
  #base = new Map();
  #fine = new Map();
  #window = null;

  /** Takes an answer of api/plots over; the window is [from, to] in positions, null for the whole run. */
  take(body, window = null) {
    this.axis = body.axis;
    this.start = body.start;
    if (window === null) this.signals = body.signals; // of a part, those that have points there
    this.marks = body.marks ?? {};
    const series = new Map(body.series.map((one) => [one.signal, { ...one, y: one.y.map(parseNumber) }]));
    if (window === null) {
      this.#base = series;
      this.grown = 0;
    } else {
      this.#fine = series;
      this.#window = window;
    }
  }

  /** Further signals beside those taken over before, for the same window. */
  add(body, window = null) {
    const to = window === null ? this.#base : this.#fine;
    for (const one of body.series) to.set(one.signal, { ...one, y: one.y.map(parseNumber) });
  }

  /** Appends what came after the last known point; what was known already is passed over. */
  append(series) {
    let count = 0;
    for (const news of series) {
      if (!this.#base.has(news.signal)) {
        this.#base.set(news.signal, { signal: news.signal, x: [], time: [], y: [] });
      }
      count = Math.max(count, appendTo(this.#base.get(news.signal), news, Infinity));
      const fine = this.#fine.get(news.signal);
      if (fine) appendTo(fine, news, this.#window[1]);
    }
    this.grown += count;
    return count > 0;
  }

  get outgrown() {
    return this.grown > GROWTH;
  }

  /** The best known series of a signal for this window of positions, or undefined. */
  series(signal, window = null) {
    const base = this.#base.get(signal);
    const fine = this.#fine.get(signal);
    const holds = window && fine && this.#window[0] <= window[0] && window[1] <= this.#window[1];
    return holds ? stitched(base, fine, this.#window) : base;
  }

  /** First and last value of a series' field over the whole run: x or time. */
  extent(field) {
    let [low, high] = [Infinity, -Infinity];
    for (const series of this.#base.values()) {
      for (const value of series[field]) {
        if (value === null) continue;
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    return low <= high ? [low, high] : null;
  }

  /** Positions and their times, from the longest series: what translates between the axes. */
  steps() {
    let longest = { x: [], time: [] };
    for (const series of this.#base.values()) {
      if (series.x.length > longest.x.length) longest = series;
    }
    return longest;
  }
}

/** The finer points and a neighbour on either side, so that lines lead in and out of the window. */
function stitched(base, fine, [low, high]) {
  if (!base || base.attempt) return fine;
  const before = base.x.findLastIndex((x) => x < low);
  const after = base.x.findIndex((x) => x > high);
  const join = (field) => [
    ...(before < 0 ? [] : [base[field][before]]),
    ...fine[field],
    ...(after < 0 ? [] : [base[field][after]]),
  ];
  return { ...fine, x: join("x"), time: join("time"), y: join("y") };
}

function appendTo(known, news, end) {
  let last = known.x.at(-1) ?? -Infinity;
  let count = 0;
  news.x.forEach((x, i) => {
    if (x <= last || x > end) return;
    known.x.push(x);
    known.time.push(news.time[i]);
    known.y.push(parseNumber(news.y[i]));
    known.attempt?.push(known.attempt.at(-1));
    last = x;
    count++;
  });
  return count;
}
