import { plotsOf } from "#page/plots/plot-list.js";
import { plotScene } from "#page/plots/plot-scene.js";
import { THEME } from "./fakes.js";

function plot(signal) {
  return plotsOf([{ signal, unit: "" }], [])[0];
}

/** A line of these values at 1, 2, 3 and so on. */
export function line(y, more = {}) {
  const x = y.map((_, i) => i + 1);
  return {
    run: "a",
    runIndex: 0,
    kind: "raw",
    label: "Loss",
    x,
    y,
    step: x,
    time: x,
    attempt: x.map(() => 0),
    ...more,
  };
}

/** What is drawn of these lines, and of it the shapes of a name. */
export function drawn(signal, lines, { marks = {}, ...more } = {}) {
  const curves = new Map([
    ["a", { marks }],
    ["b", { marks }],
  ]);
  const drawing = { lines, curves, axis: "step", range: [1, 4], logScale: false, manyRuns: false, ...more };
  const scene = plotScene(plot(signal), drawing, THEME, 600);
  const shapes = [...scene.lines, ...scene.bands, ...scene.rules, ...scene.marks];
  return { scene, of: (name) => shapes.filter((shape) => shape.name === name), rules: rulesOf(scene) };
}

/** The upright lines, by what they say happened. */
function rulesOf({ rules }) {
  return rules.map(({ name, x }) => [name, x]);
}

/** Where marks stand. */
export function places(marks) {
  return marks.map(({ x, y }) => [x, y]);
}
