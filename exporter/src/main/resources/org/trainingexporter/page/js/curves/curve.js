import { parseNumber } from "../base/format.js";

/** More than this many new points, and the thinned curve is asked for anew. */
const GROWTH = 4000;

/** Times before this one, in 1973, beside times after the other one, in 2001, are of a clock that was not set. */
const BEFORE_CLOCKS = 1e8;
const OF_CLOCKS = 1e9;

/**
 * Points of one signal: position, seconds since 1970 or null, value, and which attempt of the training they
 * belong to where there were several.
 *
 * @typedef {object} Series
 * @property {number[]} x
 * @property {(number | null)[]} time
 * @property {(number | null)[]} y
 * @property {number[]} [attempt]
 * @property {number} [count] of the points that the log holds, of which these are a choice
 * @property {number[]} [records] how many records each point stands for, where these are a choice
 * @property {(number | null)[]} [mean] of those records
 */

/** The series of one run: the whole of it, thinned, and finer points of the part that was zoomed into. */
export class Curve {
  /** What positions count. @type {"step" | "epoch"} */
  axis = "step";
  /** What the exporter says of the first record's time. @type {number | null} */
  #start = null;
  /** @type {Api.Signal[]} */
  signals = [];
  /** @type {Api.Marks} */
  marks = {};
  #grown = 0;
  /** @type {Map<string, Series>} */
  #whole = new Map();
  /** @type {Map<string, Series>} */
  #detail = new Map();
  /** The positions that the finer points are of. @type {[number, number] | null} */
  #detailRange = null;

  /**
   * Holds what an answer of api/plots has instead of what it held.
   *
   * @param {Api.Plots} answer
   * @param {[number, number] | null} range the positions that it is of; null for the whole run
   */
  replace(answer, range = null) {
    const all = answer.series.map(parse);
    dropTimesBeforeClocks(all);
    const series = new Map(answer.series.map((one, i) => [one.signal, all[i]]));
    if (range === null) {
      this.setHead(answer); // of a part, only the signals that have points there
      this.#whole = series;
      this.#grown = 0;
    } else {
      this.#detail = series;
      this.#detailRange = range;
    }
  }

  /**
   * Holds what is said of the curves besides their points.
   *
   * @param {Api.PlotsHead} head
   */
  setHead({ axis, start, marks, signals }) {
    this.axis = axis;
    this.#start = start;
    this.marks = marks ?? {};
    this.signals = signals;
  }

  /**
   * Adds further signals of the same range.
   *
   * @param {Api.Plots} answer
   * @param {[number, number] | null} range
   */
  addSignals(answer, range = null) {
    const to = range === null ? this.#whole : this.#detail;
    for (const one of answer.series) to.set(one.signal, parse(one));
  }

  /**
   * Appends what comes after the last known point; what is known already is passed over.
   *
   * @param {Api.Series[]} series
   * @returns {boolean} whether anything was new
   */
  append(series) {
    let count = 0;
    for (const one of series) {
      const known = this.#whole.get(one.signal) ?? { x: [], time: [], y: [] };
      this.#whole.set(one.signal, known);
      count = Math.max(count, appendTo(known, one, Infinity));
      const detail = this.#detail.get(one.signal);
      if (detail && this.#detailRange) appendTo(detail, one, this.#detailRange[1]);
    }
    this.#grown += count;
    return count > 0;
  }

  /** The time of the first record, in seconds since 1970; null where that is not known. */
  get start() {
    if (this.#start === null || this.#start >= BEFORE_CLOCKS) return this.#start;
    const [low, high] = this.extent("time") ?? [this.#start, this.#start];
    return high > OF_CLOCKS ? low : this.#start;
  }

  /** Whether so much was appended that the whole is to be asked for anew. */
  get outgrown() {
    return this.#grown > GROWTH;
  }

  /**
   * The finest series of a signal that is known for these positions.
   *
   * @param {string} signal
   * @param {[number, number] | null} range
   */
  series(signal, range = null) {
    const whole = this.#whole.get(signal);
    const detail = this.#detail.get(signal);
    const known = this.#detailRange;
    const fits = range !== null && known !== null && known[0] <= range[0] && range[1] <= known[1];
    return detail && fits ? withNeighbours(detail, whole, known) : whole;
  }

  /**
   * The least and the largest value of a field over the whole run, or null.
   *
   * @param {"x" | "time"} field
   * @returns {[number, number] | null}
   */
  extent(field) {
    let [low, high] = [Infinity, -Infinity];
    for (const series of this.#whole.values()) {
      for (const value of series[field]) {
        if (value === null) continue;
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    return low <= high ? [low, high] : null;
  }

  /**
   * The series with most points: its positions and times translate between the axes.
   *
   * @returns {Series}
   */
  longestSeries() {
    /** @type {Series} */
    let longest = { x: [], time: [], y: [] };
    for (const series of this.#whole.values()) {
      if (series.x.length > longest.x.length) longest = series;
    }
    return longest;
  }
}

/**
 * @param {Api.Series} series
 * @returns {Series}
 */
function parse(series) {
  return { ...series, y: series.y.map(parseNumber) };
}

/**
 * Else such a point would stretch an axis of time over decades.
 *
 * @param {Series[]} all
 */
function dropTimesBeforeClocks(all) {
  if (!all.some(({ time }) => time.some((one) => one !== null && one > OF_CLOCKS))) return;
  for (const series of all) {
    if (series.time.some((one) => one !== null && one < BEFORE_CLOCKS))
      series.time = series.time.map((one) => (one !== null && one < BEFORE_CLOCKS ? null : one));
  }
}

/**
 * The finer points and one of the whole on either side, so that lines lead in and out of the range.
 *
 * @param {Series} detail
 * @param {Series | undefined} whole
 * @param {[number, number]} range
 * @returns {Series}
 */
function withNeighbours(detail, whole, [low, high]) {
  if (!whole || whole.attempt) return detail;
  const before = whole.x.findLastIndex((x) => x < low);
  const after = whole.x.findIndex((x) => x > high);
  /**
   * @template Value
   * @param {Value[]} fine
   * @param {Value[]} all
   */
  const join = (fine, all) => [...(before < 0 ? [] : [all[before]]), ...fine, ...(after < 0 ? [] : [all[after]])];
  return {
    ...detail,
    x: join(detail.x, whole.x),
    time: join(detail.time, whole.time),
    y: join(detail.y, whole.y),
    records: detail.records && join(detail.records, whole.records ?? whole.x.map(() => 1)),
    mean: detail.mean && join(detail.mean, whole.mean ?? whole.y),
  };
}

/**
 * @param {Series} known
 * @param {Api.Series} added
 * @param {number} end the last position that belongs there
 * @returns {number} how many points were new
 */
function appendTo(known, added, end) {
  let last = known.x.at(-1) ?? -Infinity;
  let lastTime = known.time.at(-1) ?? null;
  let count = 0;
  for (const [i, x] of added.x.entries()) {
    const time = added.time[i];
    const isLater = x === last && time !== null && lastTime !== null && time > lastTime;
    if ((x <= last && !isLater) || x > end) continue;
    known.x.push(x);
    known.time.push(time);
    known.y.push(parseNumber(added.y[i]));
    known.attempt?.push(known.attempt.at(-1) ?? 0);
    known.records?.push(1);
    known.mean?.push(known.y.at(-1) ?? null);
    if (known.count !== undefined) known.count++;
    last = x;
    lastTime = time;
    count++;
  }
  return count;
}
