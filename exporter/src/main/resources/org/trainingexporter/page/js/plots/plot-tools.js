import { create, setAttribute, setText } from "../base/dom.js";
import { icon } from "../base/icons.js";
import { axisTitle, translate } from "../curves/x-axis.js";
import { legend } from "./legend.js";
import { onDemandOf, titleOf } from "./plot-list.js";

const AXES = { step: "Step", time: "Time", relative: "Relative" };

/** What stands above the plots: heading, x axis, smoothing, zoom, plots on demand, legend. */
export function plotTools({ model, view, zoom, shown }) {
  const keys = create(
    "p",
    { class: "unseen", id: "plots-keys" },
    "Arrow keys walk along the line, with Shift they move the part shown; plus, minus and zero zoom; f fills the screen.",
  );
  const hint = create("span", { class: "hint" }, "Drag to zoom, Shift + drag to move, double click for all");
  const title = create("div", { class: "section-head" }, create("h2", { id: "plots-title" }, "Curves"), hint);
  const bar = create(
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
    const input = create("input", { type: "radio", name: "x", value, on: { change: () => choose(value) } });
    const text = create("span", {}, word);
    return { value, input, text, label: create("label", {}, input, text) };
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
    setText(inputs[0].text, word === "epoch" ? "Epoch" : "Step");
  };
  view.on("x", follow);
  model.on("curves", follow);
  follow();
  return create(
    "fieldset",
    { class: "segments", id: "x-axis" },
    create("legend", {}, "X axis"),
    ...inputs.map(({ label }) => label),
  );
}

function smoothing(view) {
  const value = create("output", { for: "smooth" });
  const slider = create("input", {
    type: "range",
    id: "smooth",
    min: 0,
    max: 0.99,
    step: 0.01,
    on: { input: () => view.set({ smooth: Number(slider.value) }) },
  });
  const follow = () => {
    slider.value = view.get("smooth");
    setText(value, view.get("smooth").toFixed(2));
  };
  view.on("smooth", follow);
  follow();
  return create("div", { class: "control" }, create("label", { for: "smooth" }, "Smoothing"), slider, value);
}

function zooming(view, zoom) {
  const button = (id, label, act) =>
    create("button", { type: "button", class: "tool", id, "aria-label": label, title: label, on: { click: act } });
  const left = button("pan-left", "Move left", () => zoom.pan(-0.4));
  const right = button("pan-right", "Move right", () => zoom.pan(0.4));
  const nearer = button("zoom-in", "Zoom in", () => zoom.scale(0.5));
  const farther = button("zoom-out", "Zoom out", () => zoom.scale(2));
  left.append(icon("left"));
  right.append(icon("right"));
  nearer.append(icon("plus"));
  farther.append(icon("minus"));
  const all = create(
    "button",
    { type: "button", class: "tool", id: "zoom-reset", on: { click: () => zoom.reset() } },
    "All",
  );
  const follow = () => {
    for (const one of [left, right, farther, all]) setAttribute(one, "disabled", !zoom.zoomed);
  };
  view.on("from to", follow);
  follow();
  return create(
    "div",
    { class: "control", role: "group", "aria-label": "Zoom" },
    create("span", { "aria-hidden": "true" }, "Zoom"),
    left,
    farther,
    nearer,
    right,
    all,
  );
}

function onDemand(model, view, shown) {
  const select = create("select", {
    id: "add-plot",
    "aria-label": "Add a plot",
    on: { change: () => select.value !== "" && view.toggle("plots", select.value) },
  });
  const control = create("div", { class: "control" }, select);
  const follow = () => {
    const signals = [...new Set(shown().flatMap((curve) => onDemandOf(curve.signals)))];
    const free = signals.filter((signal) => !view.get("plots").includes(signal));
    control.hidden = signals.length === 0;
    const wanted = ["", ...free];
    if (String([...select.options].map((option) => option.value)) === String(wanted)) return;
    select.replaceChildren(
      create("option", { value: "" }, `Add a plot (${free.length}) …`),
      ...free.map((signal) => create("option", { value: signal }, titleOf(signal))),
    );
  };
  view.on("plots runs hidden", follow);
  model.on("curves", follow);
  follow();
  return control;
}
