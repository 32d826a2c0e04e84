/**
 * @import { Plot } from "../plots/plot-list.js"
 * @import { View } from "../state/view.js"
 * @import { Curve } from "./curve.js"
 * @import { Band } from "./group-lines.js"
 * @import { TimeKind } from "./hours.js"
 * @import { Points } from "./points.js"
 */
import { signalOf, stackOf } from "./hours.js";
import { pointsOf } from "./points.js";
import { smooth } from "./smooth.js";

/** Of signals whose mean shrinks with the log, a mean of fewer records is not drawn: the values themselves say more. */
const LEAST_MEAN = 10;

/**
 * @typedef {object} LineStyle
 * @property {"raw" | "mean" | "smooth" | "second" | "stack" | "group"} kind
 * @property {string} label
 * @property {boolean} [smoothed] whether it is drawn over the values that it averages
 * @property {boolean} [faint] whether a smoothed line is drawn over it
 * @property {string} [signal] which one it is of, where that is not the plot's own
 * @property {TimeKind} [share] which part of a stack it is
 * @property {number} [part] which signal of the plot it is of, where that has several
 * @property {number[]} [top] where its upper edge stands in the stack
 * @property {Band} [band] of a group, around its mean
 * @property {string[]} [members] the runs of a group
 *
 * @typedef {Points & LineStyle & { run: string, runIndex: number, ofMany?: boolean }} Line runIndex: the run's place in
 *   the plots; ofMany: whether it is not the only run there
 */

/**
 * The lines of one plot: for each shown run its values and what smooths them, which is the average that the
 * viewer chose, else the exporter's mean.
 *
 * @param {Plot} plot
 * @param {string[]} runs
 * @param {Map<string, Curve>} curves
 * @param {Pick<View, "get">} view
 * @returns {Line[]}
 */
export function linesOf(plot, runs, curves, view) {
  const hidden = view.get("hidden");
  if (plot.stack)
    return stackLines(plot.stack, runs[0], hidden.includes(runs[0]) ? undefined : curves.get(runs[0]), view);
  return runs.flatMap((run, runIndex) => {
    const curve = curves.get(run);
    if (curve === undefined || hidden.includes(run)) return [];
    const lines = plot.parts ? linesOfParts(plot, curve, view) : linesOfRun(plot, curve, view);
    return lines.map((line) => ({ ...line, run, runIndex, ofMany: runs.length > 1 }));
  });
}

/**
 * Of the first run alone: the stacks of several would hide each other.
 *
 * @param {[kind: TimeKind, label: string][]} stack
 * @param {string} run
 * @param {Curve | undefined} curve
 * @param {Pick<View, "get">} view
 * @returns {Line[]}
 */
function stackLines(stack, run, curve, view) {
  /** @type {Map<TimeKind, Points>} */
  const points = new Map();
  for (const [kind] of stack) {
    const own = curve && pointsOf(curve, signalOf(kind), view);
    if (own && own.x.length > 0) points.set(kind, own);
  }
  const labels = new Map(stack);
  return stackOf(points, view.get("x") === "step").map(({ kind: share, ...layer }) => ({
    ...layer,
    kind: "stack",
    share,
    signal: signalOf(share),
    label: labels.get(share) ?? share,
    run,
    runIndex: 0,
  }));
}

/**
 * @param {Plot} plot
 * @param {Curve} curve
 * @param {Pick<View, "get">} view
 */
function linesOfRun(plot, curve, view) {
  const weight = view.get("smooth");
  const raw = pointsOf(curve, plot.signal, view);
  const smoothed = weight > 0 && raw ? smoothPoints(raw, weight) : pointsOf(curve, plot.mean, view);
  const second = pointsOf(curve, plot.second, view);
  /** @type {(Points & LineStyle)[]} */
  const lines = [];
  /**
   * @param {LineStyle} style
   * @param {Points | null} points
   */
  const add = (style, points) => {
    if (points && points.x.length > 0) lines.push({ ...style, ...points });
  };
  const hasMean = weight > 0 || meanWindow(plot, curve) >= LEAST_MEAN;
  const faint = hasMean && (smoothed?.x.length ?? 0) > 0 && !plot.showPoints;
  add({ kind: "raw", label: plot.label ?? plot.title, faint }, raw);
  add(
    weight > 0
      ? { kind: "smooth", label: "smoothed", smoothed: true }
      : { kind: "mean", label: plot.meanLabel ?? "mean", smoothed: true },
    hasMean ? smoothed : null,
  );
  add(
    { kind: "second", label: plot.secondLabel ?? "second" },
    second && weight > 0 ? smoothPoints(second, weight) : second,
  );
  return lines;
}

/**
 * @param {Plot} plot
 * @param {Curve} curve
 * @param {Pick<View, "get">} view
 */
function linesOfParts(plot, curve, view) {
  return (plot.parts ?? []).flatMap(({ signal, label }, part) =>
    linesOfRun({ ...plot, signal }, curve, view).map((line) => ({ ...line, label, signal, part })),
  );
}

/**
 * How many records the exporter's mean covers in the longest attempt: a tenth of them, up to the longest mean.
 *
 * @param {Plot} plot
 * @param {Curve} curve
 */
function meanWindow(plot, curve) {
  const series = curve.series(plot.signal);
  if (plot.longestMean === undefined || series === undefined) return LEAST_MEAN;
  const drawn = series.x.length;
  const longest = series.attempt ? longestStretch(series.attempt) : drawn;
  const records = ((series.count ?? drawn) * longest) / Math.max(1, drawn);
  return Math.min(plot.longestMean, Math.floor(records / 10));
}

/** @param {number[]} attempts of points, in their order */
function longestStretch(attempts) {
  let [longest, from] = [0, 0];
  attempts.forEach((attempt, i) => {
    if (attempt !== attempts[from]) from = i;
    longest = Math.max(longest, i + 1 - from);
  });
  return longest;
}

/**
 * Each attempt begins its average anew.
 *
 * @param {Points} points
 * @param {number} weight
 */
function smoothPoints(points, weight) {
  const ends = points.attempt.flatMap((attempt, i) => (attempt === points.attempt[i + 1] ? [] : [i + 1]));
  const y = ends.flatMap((end, i) => {
    const start = ends[i - 1] ?? 0;
    const { records, mean } = points;
    const behind = records && mean && { records: records.slice(start, end), mean: mean.slice(start, end) };
    return smooth(points.y.slice(start, end), weight, behind);
  });
  return { ...points, y };
}

/**
 * The index of the point with a value that is nearest to an x, of equals the last; -1 without any.
 *
 * @param {Points} line
 * @param {number} x
 */
export function nearest(line, x) {
  let best = -1;
  let distance = Infinity;
  for (let i = 0; i < line.x.length; i++) {
    const here = Math.abs(line.x[i] - x);
    if (here <= distance && line.y[i] !== null) {
      best = i;
      distance = here;
    }
  }
  return best;
}
