import { create, setValue } from "../base/dom.js";

/** Between the tooltip and what it is about. */
const GAP_PX = 12;

/**
 * @typedef {object} TipRow
 * @property {string} colour
 * @property {number} [opacity]
 * @property {string} label
 * @property {string} text the value as people read it
 * @property {number | null} [raw] the exact value
 * @property {string} [kind] which line it is of
 */

/** A chart's tooltip: a head, and a row for each value. */
export class Tip {
  #area;
  #element = create("div", { class: "tip", hidden: true });

  /** @param {HTMLElement} area the chart's, which it stays within */
  constructor(area) {
    this.#area = area;
    area.append(this.#element);
  }

  /**
   * Shows it beside a place, on the side where there is more room.
   *
   * @param {{ head: (Node | string)[], rows: TipRow[] }} content
   * @param {number} left pixels from the area's left edge
   */
  show({ head, rows }, left) {
    this.#element.replaceChildren(create("div", { class: "tip-head" }, ...head), ...rows.map(row));
    const { clientWidth: width } = this.#area;
    const onLeftSide = left > width / 2;
    this.#element.style.left = onLeftSide ? "auto" : `${left + GAP_PX}px`;
    this.#element.style.right = onLeftSide ? `${width - left + GAP_PX}px` : "auto";
    this.#element.hidden = false;
  }

  hide() {
    this.#element.hidden = true;
  }

  /** What it says, for a screen reader. */
  text() {
    const pieces = [...this.#element.querySelectorAll("*")].filter((one) => one.childElementCount === 0);
    const texts = pieces.map((one) => one.textContent).filter((text) => text !== "");
    return texts.join(", ");
  }
}

/** @param {TipRow} row */
function row({ colour, opacity, label, text, raw, kind }) {
  const swatch = create("span", { class: "swatch", "aria-hidden": "true" });
  swatch.style.background = colour;
  if (opacity !== undefined) swatch.style.opacity = String(opacity);
  const value = create("b", { "data-tip": kind }, text);
  if (raw !== undefined) setValue(value, raw, text);
  return create("div", { class: "tip-row" }, swatch, create("span", {}, label), value);
}
