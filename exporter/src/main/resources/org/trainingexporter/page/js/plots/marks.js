import { integer, number } from "../base/format.js";
import { nearest } from "../curves/lines.js";
import { mean } from "../curves/smooth.js";
import { translate } from "../curves/x-axis.js";

const STAR = "path://M8 0l2.4 5.2 5.6.7-4.2 3.9 1.1 5.7L8 12.7 3.1 15.5l1.1-5.7L0 5.9l5.6-.7z";
const CROSS = "path://M1 3l2-2 5 5 5-5 2 2-5 5 5 5-2 2-5-5-5 5-2-2 5-5z";

/** What stands on and beside the lines: checkpoints, the best, what is not finite, straight guides. */
export function marksOf(context) {
  return [...notFinite(context), ...checkpoints(context), ...guides(context)];
}

/** A cross where a value is no number, at the height of the last one that was. */
export function notFinite({ lines, put, look }) {
  const data = lines
    .filter((line) => line.kind === "raw")
    .flatMap((line) => {
      let height = line.y.find(Number.isFinite) ?? 0;
      return line.x.flatMap((x, i) => {
        if (Number.isFinite(line.y[i])) height = line.y[i];
        return line.y[i] === null || Number.isFinite(line.y[i]) ? [] : [put(x, height)];
      });
    });
  return data.length === 0 ? [] : [scatter("nonfinite", data, CROSS, 9, look.bad, look)];
}

function checkpoints({ plot, lines, curves, x, put, look, domain }) {
  if (!plot.marks) return [];
  const on = new Map();
  for (const line of lines) {
    if (line.kind !== "second" && (line.calm || !on.has(line.run))) on.set(line.run, line);
  }
  const places = [];
  const [first] = on.keys();
  for (const [run, line] of on) {
    for (const mark of curves.get(run).marks.checkpoints ?? []) {
      if (run !== first && !mark.best) continue; // of the runs laid over it the best is enough
      const place = placeOf(curves.get(run), x, mark.step);
      const i = place === null ? -1 : nearest(line, place);
      if (i >= 0 && place >= domain[0] && place <= domain[1])
        places.push({ best: mark.best, at: put(place, line.y[i]) });
    }
  }
  const of = (best) => places.filter((place) => place.best === best).map((place) => place.at);
  return [
    ...(plot.dots ? [] : [scatter("checkpoint", of(false), "diamond", 9, look.text, look)]),
    scatter("best", of(true), STAR, 15, look.mark, look),
  ].filter((series) => series.data.length > 0);
}

function scatter(name, data, symbol, symbolSize, color, look) {
  return {
    type: "scatter",
    name,
    data,
    symbol,
    symbolSize,
    silent: true,
    z: 5,
    itemStyle: { color, borderColor: look.surface, borderWidth: 1 },
  };
}

/** Straight lines of the first run alone: several runs' would hide the curves. */
function guides({ plot, lines, curves, x, look, scale, domain }) {
  const line = lines.find((one) => one.kind === "raw");
  if (!line) return [];
  const curve = curves.get(line.run);
  const { warmup_end_step: warmup, learning_rate_max: maximum } = curve.marks;
  const data = [];
  if (plot.guides.includes("warmup") && Number.isFinite(warmup)) {
    const place = placeOf(curve, x, warmup);
    if (place !== null && place >= domain[0] && place <= domain[1]) {
      const align = sideOf((place - domain[0]) / (domain[1] - domain[0]));
      data.push({ xAxis: place * scale, label: { formatter: `warm-up ends at ${integer(warmup)}`, align } });
    }
  }
  if (plot.guides.includes("maximum") && Number.isFinite(maximum)) {
    data.push({ yAxis: maximum, label: { formatter: `maximum ${number(maximum)}`, position: "insideEndBottom" } });
  }
  if (plot.guides.includes("average") && mean(line.y) !== null) {
    const average = mean(line.y);
    data.push({ yAxis: average, label: { formatter: `average ${number(average)}`, position: "insideEndTop" } });
  }
  return data.length === 0
    ? []
    : [{ type: "line", name: "guides", data: [], silent: true, markLine: guide(data, look) }];
}

/** Words above a place near an end stand on its inner side, clear of the other axis. */
function sideOf(part) {
  return part < 0.25 ? "left" : part > 0.75 ? "right" : "center";
}

function guide(data, look) {
  return {
    data,
    silent: true,
    symbol: "none",
    precision: -1, // else 5e-6 is rounded to 0
    animation: false,
    lineStyle: { color: look.soft, type: "dashed", width: 1 },
    label: { color: look.text, fontSize: 11, textBorderColor: look.surface, textBorderWidth: 3 },
  };
}

/** Where a step stands on the x axis, or null. */
function placeOf(curve, x, step) {
  return x === "step" || step === null ? step : translate(curve, [step], "step", x)[0];
}
