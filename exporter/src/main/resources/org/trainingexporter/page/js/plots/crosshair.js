import { create, setAttribute, setValue } from "../base/dom.js";
import { dateTime, duration, position } from "../base/format.js";
import { nearest } from "../curves/lines.js";
import { GRID } from "./plot-option.js";

/** The cross hair of a plot and what it names: step, time, and each line's value there. */
export class Hover {
  #rule = create("div", { class: "rule", hidden: true });
  #dots = create("div", { class: "dots" });
  #tip = create("div", { class: "tip", hidden: true });

  constructor(area) {
    this.area = area;
    area.append(this.#rule, this.#dots, this.#tip);
  }

  /** Shows the place; `named` with the values beside it. The plot tells lines, window and pixels. */
  show(place, { plot, lines, curves, domain: [low, high], y, colour, many }, named) {
    const found = lines.map((line) => ({ line, i: nearest(line, place) })).filter(({ i }) => i >= 0);
    const here = found.reduce((a, b) => (a && distance(a, place) <= distance(b, place) ? a : b), null);
    if (!here) return this.hide();
    const width = this.area.clientWidth - GRID.left - GRID.right;
    const pixel = (x) => GRID.left + ((x - low) / (high - low)) * width;
    this.#rule.hidden = false;
    this.#rule.style.left = `${pixel(here.line.x[here.i])}px`;
    const near = found.filter((one) => distance(one, place) <= Math.max((high - low) * 0.03, distance(here, place)));
    this.#dots.replaceChildren(...near.map(({ line, i }) => dot(pixel(line.x[i]), y(line.y[i]), colour(line))));
    this.#tip.hidden = !named;
    if (!named) return null;
    const curve = curves.get(here.line.run);
    this.#tip.replaceChildren(head(here, curve), ...near.map((one) => row(one, plot, colour, many)));
    const left = pixel(here.line.x[here.i]);
    const right = left > this.area.clientWidth / 2;
    this.#tip.style.left = right ? "auto" : `${left + 12}px`;
    this.#tip.style.right = right ? `${this.area.clientWidth - left + 12}px` : "auto";
    return textsOf(this.#tip).join(", ");
  }

  hide() {
    this.#rule.hidden = true;
    this.#tip.hidden = true;
    this.#dots.replaceChildren();
    return null;
  }
}

/** What an element says, piece by piece. */
function textsOf(element) {
  const pieces = [...element.querySelectorAll("*")].filter((one) => one.childElementCount === 0);
  return pieces.map((one) => one.textContent).filter((text) => text !== "");
}

function distance({ line, i }, place) {
  return Math.abs(line.x[i] - place);
}

function head({ line, i }, curve) {
  const step = create("strong");
  setValue(step, line.step[i], `${curve.axis} ${position(line.step[i])}`);
  setAttribute(step, "data-tip", "step");
  const time = line.time[i];
  if (time === null) return create("div", { class: "tip-head" }, step);
  const when = create("span", { data: { tip: "time", raw: time } }, dateTime(time));
  const since = create("span", {}, `${duration(Math.max(0, time - curve.start))} in`);
  return create("div", { class: "tip-head" }, step, when, since);
}

function row({ line, i }, plot, colour, many) {
  const swatch = create("span", { class: "swatch", "aria-hidden": "true" });
  swatch.style.background = colour(line);
  swatch.style.opacity = line.faint ? 0.45 : 1;
  const value = create("b", { data: { tip: line.kind } });
  setValue(value, line.y[i], plot.show(line.y[i]) + (plot.unit ? ` ${plot.unit}` : ""));
  const words = many ? `${line.run} · ${line.word}` : line.word;
  return create("div", { class: "tip-row" }, swatch, create("span", {}, words), value);
}

function dot(x, y, colour) {
  const mark = create("span", { class: "spot" });
  mark.style.left = `${x}px`;
  mark.style.top = `${Number.isFinite(y) ? y : -20}px`;
  mark.style.background = colour;
  return mark;
}
