/**
 * @import { Curve } from "../curves/curve.js"
 * @import { Model } from "../state/model.js"
 * @import { Axis } from "../state/url.js"
 * @import { View } from "../state/view.js"
 * @import { Zoom } from "./zoom.js"
 */
import { create, setAttribute, setText } from "../base/dom.js";
import { icon } from "../base/icons.js";
import { segments } from "../base/segments.js";
import { clipButton, groupChoice } from "../compare/choices.js";
import { commonAxis, isMixed } from "../curves/common-axis.js";
import { hasAxis, translate } from "../curves/x-axis.js";
import { NumberPicker } from "../numbers/picker.js";
import { legend } from "./legend.js";

/**
 * @typedef {{ model: Model, view: View, zoom: Zoom, shownCurves: () => Curve[], marksKey: Element }} Context marksKey: what
 *   the marks on the plots look like
 */

/** @type {[axis: Axis, word: string][]} */
const AXES = [
  ["step", "Step"],
  ["epoch", "Epoch"],
  ["time", "Time"],
  ["relative", "Relative"],
  ["tokens", "Tokens"],
];

/**
 * What stands above the plots: heading, key of the marks, x axis, smoothing, zoom, further plots, legend.
 *
 * @param {Context} context
 */
export function plotTools(context) {
  const { model, view, zoom } = context;
  const keys = create(
    "p",
    { class: "unseen", id: "plots-keys" },
    "Arrow keys move along the curve, and with Shift they move the visible part. Plus, minus and zero zoom. F opens full screen, L switches the logarithmic scale, P pins the plot to the top.",
  );
  const hint = create("span", { class: "hint" }, "Drag to zoom, Shift + drag to move, double click for all");
  const title = create(
    "div",
    { class: "section-head" },
    create("h2", { id: "plots-title" }, "Curves"),
    context.marksKey,
    hint,
  );
  const bar = create(
    "div",
    { class: "plot-bar", role: "group", "aria-label": "How the curves are shown" },
    axisChoice(context),
    smoothing(view),
    clipButton(view),
    groupChoice(model, view),
    zoomButtons(view, zoom),
    new NumberPicker(context).element,
  );
  return [title, keys, bar, legend(model, view)];
}

/** @param {Context} context */
function axisChoice({ model, view, zoom, shownCurves }) {
  const choices = AXES.map(([axis, word]) => {
    const input = create("input", { type: "radio", name: "x", value: axis, on: { change: () => choose(axis) } });
    const text = create("span", {}, word);
    return { axis, input, text, label: create("label", {}, input, text) };
  });
  /** @param {Axis} next */
  const choose = (next) => {
    const [curve] = shownCurves();
    const before = commonAxis(model, view);
    const [from, to] = [view.get("from"), view.get("to")].map((x) =>
      curve ? translate(curve, x, before, next) : null,
    );
    view.set({ x: next, from: null, to: null });
    if (from !== null || to !== null) zoom.show(from ?? -Infinity, to ?? Infinity);
  };
  const update = () => {
    const curves = shownCurves();
    const shown = commonAxis(model, view);
    const mixed = isMixed(model, view);
    const isEpochs = curves.length > 0 && curves.every((curve) => curve.axis === "epoch");
    for (const { axis, input, label } of choices) {
      input.checked = shown === axis;
      const isThere =
        !(isEpochs && axis === "epoch") && !(mixed && axis === "step") && curves.some((curve) => hasAxis(curve, axis));
      label.hidden = !isThere && !input.checked;
    }
    setText(choices[0].text, isEpochs ? "Epoch" : "Step");
  };
  view.on(["x", "runs", "hidden"], update);
  model.on(["curves", "runs"], update);
  update();
  return segments(
    "x-axis",
    "X axis",
    choices.map(({ label }) => label),
  );
}

/** @param {View} view */
function smoothing(view) {
  const value = create("output", { for: "smooth" });
  const slider = create("input", {
    type: "range",
    id: "smooth",
    min: 0,
    max: 0.99,
    step: 0.01,
    on: {
      input: () => {
        view.set({ smooth: Number(slider.value) });
      },
    },
  });
  const update = () => {
    slider.value = String(view.get("smooth"));
    setText(value, view.get("smooth").toFixed(2));
  };
  view.on("smooth", update);
  update();
  return create("div", { class: "control" }, create("label", { for: "smooth" }, "Smoothing"), slider, value);
}

/**
 * @param {View} view
 * @param {Zoom} zoom
 */
function zoomButtons(view, zoom) {
  /**
   * @param {string} id
   * @param {string} label
   * @param {string} picture
   * @param {() => void} click
   */
  const button = (id, label, picture, click) =>
    create(
      "button",
      { type: "button", class: "tool", id, "aria-label": label, title: label, on: { click } },
      icon(picture),
    );
  const left = button("pan-left", "Move left", "left", () => zoom.pan(-0.4));
  const right = button("pan-right", "Move right", "right", () => zoom.pan(0.4));
  const zoomIn = button("zoom-in", "Zoom in", "plus", () => zoom.scale(0.5));
  const zoomOut = button("zoom-out", "Zoom out", "minus", () => zoom.scale(2));
  const all = create(
    "button",
    { type: "button", class: "tool", id: "zoom-reset", on: { click: () => zoom.reset() } },
    "All",
  );
  const update = () => {
    for (const one of [left, right, zoomOut, all]) setAttribute(one, "disabled", !zoom.zoomed);
  };
  view.on(["from", "to"], update);
  update();
  return create(
    "div",
    { class: "control", role: "group", "aria-label": "Zoom" },
    create("span", { "aria-hidden": "true" }, "Zoom"),
    left,
    zoomOut,
    zoomIn,
    right,
    all,
  );
}
