import { create, setAttribute, setText } from "../base/dom.js";
import { position } from "../base/format.js";
import { icon } from "../base/icons.js";
import { Panel } from "../chart/tooltip-chart.js";
import { chosenLayer, TENSORS } from "./chosen-layer.js";
import { distribution, evolution } from "./histogram-charts.js";

const CALM = matchMedia("(prefers-reduced-motion: reduce)");

/** A tensor's histograms as a film: one frame against the first, and all of them side by side. */
export function film(view) {
  const one = new Panel("distribution", keys());
  const all = new Panel("evolution");
  const slider = create("input", {
    type: "range",
    id: "film",
    min: 0,
    step: 1,
    on: { input: () => stopAt(Number(slider.value)) },
  });
  const place = create("output", { for: "film" });
  const button = create("button", {
    type: "button",
    class: "tool",
    id: "play",
    on: { click: () => (timer ? pause() : play()) },
  });
  const controls = create(
    "div",
    { class: "film-bar" },
    button,
    create("label", { class: "unseen", for: "film" }, "Frame"),
    slider,
    place,
  );
  one.element.append(controls);
  let timer = null;
  let frames = [];
  let at = null; // a step, for frames are let go; null: the newest, also when newer ones come
  let drawn = () => {};
  let shown = "";

  const label = () => {
    button.replaceChildren(icon(timer ? "pause" : "play"), timer ? "Pause" : "Play");
    setAttribute(button, "aria-pressed", String(timer !== null));
  };
  const pause = () => {
    clearInterval(timer);
    timer = null;
    label();
  };
  const go = (to) => {
    at = to >= frames.length - 1 ? null : frames[to].step;
    drawn();
  };
  const stopAt = (to) => {
    pause();
    go(to);
  };
  const play = () => {
    if (nearest(frames, at) === frames.length - 1) at = frames[0].step;
    timer = setInterval(
      () => {
        go(nearest(frames, at) + 1);
        if (at === null) pause();
      },
      CALM.matches ? 700 : 140,
    );
    label();
    drawn();
  };

  const show = (answer, history) => {
    const layer = chosenLayer(answer.layers, view);
    const tensor = view.get("tensor");
    const told = history?.histograms;
    const known = told?.layer === layer.layer && told.tensor === tensor;
    const what = JSON.stringify([answer.run, tensor, layer.layer]);
    if (shown !== what) {
      shown = what;
      at = null;
      pause();
    }
    frames = known ? told.frames : [];
    controls.hidden = frames.length < 2;
    const histograms = { layer: layer.layer, words: TENSORS[tensor], axis: history?.axis ?? "step" };
    drawn = () => {
      const i = nearest(frames, at);
      setAttribute(slider, "max", Math.max(0, frames.length - 1));
      slider.value = String(i);
      const step = frames.length > 0 ? `${histograms.axis} ${position(frames[i].step)}` : "";
      setText(place, step);
      setAttribute(slider, "aria-valuetext", step);
      const context = { ...histograms, ...told, i, go: stopAt };
      one.show(frames.length > 0 ? distribution(context) : null);
      all.show(frames.length > 1 ? evolution(context) : null);
      describe(one.element, told, frames, i);
    };
    drawn();
  };
  label();
  return { element: create("div", { class: "pair" }, one.element, all.element), show };
}

/** The frame nearest to a step, of equals the last; the newest frame without one. */
function nearest(frames, step) {
  const away = (i) => Math.abs(frames[i].step - step);
  return step === null
    ? frames.length - 1
    : frames.reduce((best, _, i) => (best < 0 || away(i) <= away(best) ? i : best), -1);
}

/** What is drawn, for who cannot see it. */
function describe(element, told, frames, i) {
  setAttribute(element, "data-frames", frames.length);
  setAttribute(element, "data-frame", frames.length > 0 ? i : null);
  setAttribute(element, "data-step", frames[i]?.step);
  setAttribute(element, "data-counts", frames.length > 0 ? JSON.stringify(frames[i].counts) : null);
  setAttribute(element, "data-edges", frames.length > 0 ? JSON.stringify([told.lower, told.upper]) : null);
}

function keys() {
  return create(
    "div",
    { class: "plot-key" },
    create("span", { class: "key", data: { sign: "frame" } }, "at the step below"),
    create("span", { class: "key", data: { sign: "initial" } }, "at first"),
  );
}
