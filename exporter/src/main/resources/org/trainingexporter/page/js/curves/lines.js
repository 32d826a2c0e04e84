import { smooth } from "./smooth.js";
import { AXES, positions } from "./x-axis.js";

/**
 * The lines of one plot: for each run that is shown the values, and what calms them (the smoothing that
 * the viewer chose, else the exporter's mean). A line is {run, word, kind, calm, faint, look, x, y, step,
 * time}; kind tells raw, mean, smooth and second apart; look is the run's place among the colours.
 */
export function linesOf(plot, runs, curves, view) {
  const hidden = view.get("hidden");
  return runs.flatMap((run, look) => {
    const curve = curves.get(run);
    return curve === undefined || hidden.includes(run) ? [] : ofRun(plot, run, curve, look, view);
  });
}

function ofRun(plot, run, curve, look, view) {
  const weight = view.get("smooth");
  const points = (signal) => pointsOf(curve, signal, view);
  const raw = points(plot.signal);
  const lines = [];
  const add = (line, from) => from && from.x.length > 0 && lines.push({ run, look, ...line, ...from });
  const calm = weight > 0 && raw ? smoothed(raw, weight) : points(plot.mean);
  add({ kind: "raw", word: plot.word ?? plot.title, faint: Boolean(calm?.x.length) && !plot.dots }, raw);
  add({ kind: weight > 0 ? "smooth" : "mean", word: weight > 0 ? "smoothed" : plot.meanWord, calm: true }, calm);
  const second = points(plot.second);
  add({ kind: "second", word: plot.secondWord, dots: true }, second && weight > 0 ? smoothed(second, weight) : second);
  return lines;
}

/** Each attempt begins its average anew. */
function smoothed(points, weight) {
  const ends = points.attempt.flatMap((attempt, i) => (attempt === points.attempt[i + 1] ? [] : [i + 1]));
  const y = ends.flatMap((end, i) => smooth(points.y.slice(ends[i - 1] ?? 0, end), weight));
  return { ...points, y };
}

/** The points of a series with a known place on the x axis, those just outside the window included. */
function pointsOf(curve, signal, view) {
  const [x, from, to] = [view.get("x"), view.get("from"), view.get("to")];
  const series = signal && curve.series(signal, positions(curve, x, from, to));
  if (!series) return null;
  const places = AXES[x].of(series, curve.start);
  const points = { x: [], y: [], step: [], time: [], attempt: [] };
  places.forEach((place, i) => {
    if (place === null) return;
    if (from !== null && place < from && (places[i + 1] ?? place) < from) return;
    if (to !== null && place > to && (places[i - 1] ?? place) > to) return;
    points.x.push(place);
    points.y.push(series.y[i]);
    points.step.push(series.x[i]);
    points.time.push(series.time[i]);
    points.attempt.push(series.attempt?.[i] ?? 0);
  });
  return points;
}

/** The index of the point nearest to a place, or -1. */
export function nearest(line, place) {
  let best = -1;
  let distance = Infinity;
  line.x.forEach((x, i) => {
    const here = Math.abs(x - place);
    if (here <= distance && line.y[i] !== null) {
      best = i;
      distance = here;
    }
  });
  return best;
}
