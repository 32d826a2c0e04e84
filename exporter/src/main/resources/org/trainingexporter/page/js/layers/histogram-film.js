/** @import { View } from "../state/view.js" */
import { create, setAttribute, setText } from "../base/dom.js";
import { position } from "../base/format.js";
import { icon } from "../base/icons.js";
import { TooltipChart } from "../chart/tooltip-chart.js";
import { helpHead } from "../help/help.js";
import { chosenLayer, TENSORS } from "./chosen-layer.js";
import { distribution, evolution } from "./histogram-charts.js";

const FRAME_MS = 140;
/** For who wants less motion. */
const CALM_FRAME_MS = 700;
const REDUCED_MOTION = "(prefers-reduced-motion: reduce)";

/** A tensor's histograms as a film: one frame against the first, and all of them side by side. */
export class HistogramFilm {
  #view;
  #distribution = new TooltipChart("distribution", ...helpHead("distribution", "this distribution"), keys());
  #evolution = new TooltipChart("evolution", ...helpHead("evolution", "its change over time"));
  #slider = create("input", { type: "range", id: "film", min: 0, step: 1 });
  #step = create("output", { for: "film" });
  #playButton = create("button", { type: "button", class: "tool", id: "play" });
  #controls = create(
    "div",
    { class: "film-bar" },
    this.#playButton,
    create("label", { class: "unseen", for: "film" }, "Frame"),
    this.#slider,
    this.#step,
  );
  /** Advances the frames while the film plays. @type {number | undefined} */
  #timer;
  /** @type {Api.Histograms | null} */
  #histograms = null;
  /** What the steps are called. @type {"step" | "epoch"} */
  #axis = "step";
  /** The run, layer and tensor that are shown. */
  #subject = "";
  /** The step that is looked at, as frames may be dropped; null: the newest, also when newer ones come. */
  #at = /** @type {number | null} */ (null);

  /** @param {View} view */
  constructor(view) {
    this.#view = view;
    this.#slider.addEventListener("input", () => this.#stopAt(Number(this.#slider.value)));
    this.#playButton.addEventListener("click", () => (this.#timer === undefined ? this.#play() : this.#pause()));
    this.#distribution.element.append(this.#controls);
    this.element = create("div", { class: "pair" }, this.#distribution.element, this.#evolution.element);
    this.#labelButton();
  }

  /**
   * @param {Api.Layers} answer
   * @param {Api.LayersHistory | null} history
   */
  show(answer, history) {
    const layer = chosenLayer(answer.layers, this.#view)?.layer;
    const tensor = this.#view.get("tensor");
    const subject = JSON.stringify([answer.run, tensor, layer]);
    if (this.#subject !== subject) {
      this.#subject = subject;
      this.#at = null;
      this.#pause();
    }
    const histograms = history?.histograms;
    const isOfLayer = histograms?.layer === layer && histograms?.tensor === tensor;
    this.#histograms = histograms && isOfLayer ? histograms : null;
    this.#axis = history?.axis ?? "step";
    this.#controls.hidden = this.#frames().length < 2;
    this.#draw();
  }

  #frames() {
    return this.#histograms?.frames ?? [];
  }

  #draw() {
    const frames = this.#frames();
    const current = nearestFrame(frames, this.#at);
    const step = frames.length > 0 ? `${this.#axis} ${position(frames[current].step)}` : "";
    setAttribute(this.#slider, "max", Math.max(0, frames.length - 1));
    this.#slider.value = String(current);
    setAttribute(this.#slider, "aria-valuetext", step);
    setText(this.#step, step);
    const film = this.#histograms && frames.length > 0 ? this.#film(this.#histograms, current) : null;
    this.#distribution.show(film && distribution(film));
    this.#evolution.show(film && frames.length > 1 ? evolution(film) : null);
    describe(this.#distribution.element, this.#histograms, current);
  }

  /**
   * @param {Api.Histograms} histograms
   * @param {number} current
   */
  #film({ layer, tensor, lower, upper, frames }, current) {
    const choose = (/** @type {number} */ index) => this.#stopAt(index);
    return { layer, tensorWord: TENSORS[tensor], axis: this.#axis, lower, upper, frames, current, choose };
  }

  #play() {
    const frames = this.#frames();
    if (nearestFrame(frames, this.#at) === frames.length - 1) this.#at = frames[0].step;
    const advance = () => {
      this.#goTo(nearestFrame(this.#frames(), this.#at) + 1);
      if (this.#at === null) this.#pause();
    };
    this.#timer = setInterval(advance, matchMedia(REDUCED_MOTION).matches ? CALM_FRAME_MS : FRAME_MS);
    this.#labelButton();
    this.#draw();
  }

  #pause() {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#labelButton();
  }

  /** @param {number} index */
  #stopAt(index) {
    this.#pause();
    this.#goTo(index);
  }

  /** @param {number} index */
  #goTo(index) {
    const frames = this.#frames();
    this.#at = index >= frames.length - 1 ? null : frames[index].step;
    this.#draw();
  }

  #labelButton() {
    const isPlaying = this.#timer !== undefined;
    this.#playButton.replaceChildren(icon(isPlaying ? "pause" : "play"), isPlaying ? "Pause" : "Play");
    setAttribute(this.#playButton, "aria-pressed", String(isPlaying));
  }
}

/**
 * The frame nearest to a step, of equals the last; the newest frame without a step, -1 without frames.
 *
 * @param {Api.HistogramFrame[]} frames
 * @param {number | null} step
 */
export function nearestFrame(frames, step) {
  if (step === null) return frames.length - 1;
  const distance = (/** @type {number} */ i) => Math.abs(frames[i].step - step);
  return frames.reduce((best, _, i) => (best < 0 || distance(i) <= distance(best) ? i : best), -1);
}

/**
 * What is drawn, for who cannot see it.
 *
 * @param {HTMLElement} element
 * @param {Api.Histograms | null} histograms
 * @param {number} current
 */
function describe(element, histograms, current) {
  const frame = histograms?.frames[current];
  setAttribute(element, "data-frames", histograms?.frames.length ?? 0);
  setAttribute(element, "data-frame", frame ? current : null);
  setAttribute(element, "data-step", frame?.step);
  setAttribute(element, "data-counts", frame ? JSON.stringify(frame.counts) : null);
  setAttribute(element, "data-edges", frame ? JSON.stringify([histograms?.lower, histograms?.upper]) : null);
}

function keys() {
  return create(
    "div",
    { class: "plot-key" },
    create("span", { class: "key", data: { sign: "frame" } }, "at the step below"),
    create("span", { class: "key", data: { sign: "initial" } }, "at first"),
  );
}
