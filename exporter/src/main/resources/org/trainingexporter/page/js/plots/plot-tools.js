import { attribute, h, write } from "../base/dom.js";
import { icon } from "../base/icons.js";
import { axisTitle, translate } from "../curves/x-axis.js";
import { legend } from "./legend.js";
import { onDemandOf, titleOf } from "./plot-list.js";

const AXES = { step: "Step", time: "Time", relative: "Relative" };

/** What stands above the plots: heading, x axis, smoothing, zoom, plots on demand, legend. */
export function plotTools({ model, view, zoom, shown }) {
  const keys = h(
    "p",
    { class: "unseen", id: "plots-keys" },
    "Arrow keys walk along the line, with Shift they move the part shown; plus, minus and zero zoom; f fills the screen.",
  );
  const hint = h("span", { class: "hint" }, "Drag to zoom, Shift + drag to move, double click for all");
  const title = h("div", { class: "section-head" }, h("h2", { id: "plots-title" }, "Curves"), hint);
  const bar = h(
    "div",
    { class: "plot-bar", role: "group", "aria-label": "How the curves are shown" },
    axisChoice(model, view, zoom, shown),
    smoothing(view),
    zooming(view, zoom),
    onDemand(model, view, shown),
  );
  return [title, keys, bar, legend(model, view)];
}

function axisChoice(model, view, zoom, shown) {
  const inputs = Object.entries(AXES).map(([value, word]) => {
    const input = h("input", { type: "radio", name: "x", value, on: { change: () => choose(value) } });
    const text = h("span", {}, word);
    return { value, input, text, label: h("label", {}, input, text) };
  });
  const choose = (next) => {
    const [curve] = shown();
    const window = [view.get("from"), view.get("to")];
    const [from, to] = curve ? translate(curve, window, view.get("x"), next) : [null, null];
    view.set({ x: next, from: null, to: null });
    if (from !== null || to !== null) zoom.show(from ?? -Infinity, to ?? Infinity);
  };
  const follow = () => {
    for (const { value, input } of inputs) input.checked = view.get("x") === value;
    const word = axisTitle("step", shown());
    write(inputs[0].text, word === "epoch" ? "Epoch" : "Step");
  };
  view.on("x", follow);
  model.on("curves", follow);
  follow();
  return h(
    "fieldset",
    { class: "segments", id: "x-axis" },
    h("legend", {}, "X axis"),
    ...inputs.map(({ label }) => label),
  );
}

function smoothing(view) {
  const value = h("output", { for: "smooth" });
  const slider = h("input", {
    type: "range",
    id: "smooth",
    min: 0,
    max: 0.99,
    step: 0.01,
    on: { input: () => view.set({ smooth: Number(slider.value) }) },
  });
  const follow = () => {
    slider.value = view.get("smooth");
    write(value, view.get("smooth").toFixed(2));
  };
  view.on("smooth", follow);
  follow();
  return h("div", { class: "control" }, h("label", { for: "smooth" }, "Smoothing"), slider, value);
}

function zooming(view, zoom) {
  const button = (id, label, act) =>
    h("button", { type: "button", class: "tool", id, "aria-label": label, title: label, on: { click: act } });
  const left = button("pan-left", "Move left", () => zoom.pan(-0.4));
  const right = button("pan-right", "Move right", () => zoom.pan(0.4));
  const nearer = button("zoom-in", "Zoom in", () => zoom.scale(0.5));
  const farther = button("zoom-out", "Zoom out", () => zoom.scale(2));
  left.append(icon("left"));
  right.append(icon("right"));
  nearer.append(icon("plus"));
  farther.append(icon("minus"));
  const all = h(
    "button",
    { type: "button", class: "tool", id: "zoom-reset", on: { click: () => zoom.reset() } },
    "All",
  );
  const follow = () => {
    for (const one of [left, right, farther, all]) attribute(one, "disabled", !zoom.zoomed);
  };
  view.on("from to", follow);
  follow();
  return h(
    "div",
    { class: "control", role: "group", "aria-label": "Zoom" },
    h("span", { "aria-hidden": "true" }, "Zoom"),
    left,
    farther,
    nearer,
    right,
    all,
  );
}

function onDemand(model, view, shown) {
  const select = h("select", {
    id: "add-plot",
    "aria-label": "Add a plot",
    on: { change: () => select.value !== "" && view.toggle("plots", select.value) },
  });
  const control = h("div", { class: "control" }, select);
  const follow = () => {
    const signals = [...new Set(shown().flatMap((curve) => onDemandOf(curve.signals)))];
    const free = signals.filter((signal) => !view.get("plots").includes(signal));
    control.hidden = signals.length === 0;
    const wanted = ["", ...free];
    if (String([...select.options].map((option) => option.value)) === String(wanted)) return;
    select.replaceChildren(
      h("option", { value: "" }, `Add a plot (${free.length}) …`),
      ...free.map((signal) => h("option", { value: signal }, titleOf(signal))),
    );
  };
  view.on("plots runs hidden", follow);
  model.on("curves", follow);
  follow();
  return control;
}
