import { create, setAttribute, setText } from "../base/dom.js";
import { echarts } from "./echarts.js";
import { readLook } from "./theme.js";

/** A chart of its own: a frame at once, drawn when it comes into sight, named where it is pointed at. */
export class Panel {
  #chart = null;
  #drawing = null;
  #visible = false;
  #tip = create("div", { class: "tip", hidden: true });
  #rule = create("div", { class: "rule", hidden: true });
  #summary = create("p", { class: "unseen" });
  #title = create("h3");

  /** Further elements stand in the head, right of the title. */
  constructor(id, ...head) {
    this.#summary.id = `panel-${id}-summary`;
    this.#title.id = `panel-${id}-title`;
    this.area = create(
      "div",
      {
        class: "chart",
        tabindex: 0,
        role: "img",
        "aria-labelledby": this.#title.id,
        "aria-describedby": this.#summary.id,
      },
      this.#rule,
      this.#tip,
    );
    this.element = create(
      "figure",
      { class: "plot", data: { panel: id }, hidden: true },
      create("figcaption", {}, this.#title, ...head),
      this.area,
      this.#summary,
    );
    new IntersectionObserver(
      (entries) => {
        this.#visible = entries.at(-1).isIntersecting;
        if (this.#visible) this.#draw();
      },
      { rootMargin: "300px" },
    ).observe(this.element);
    new ResizeObserver(() => this.#fit()).observe(this.area);
    this.area.addEventListener("pointermove", (event) => this.#point(event));
    this.area.addEventListener("pointerleave", () => (this.#tip.hidden = true));
    this.area.addEventListener("click", (event) => this.#drawing?.clicked?.(this.#place(event)));
  }

  /**
   * drawing: {title, summary, option(look, width), tip([x, y], look)?, clicked([x, y])?, rule?}; null hides
   * the panel. A tip is {head, rows: [{colour, word, text}]}; the rule is a place on the x axis.
   */
  show(drawing) {
    this.element.hidden = drawing === null;
    this.#drawing = drawing;
    if (drawing === null) return;
    setText(this.#title, drawing.title);
    setText(this.#summary, drawing.summary);
    if (this.#visible) this.#draw();
  }

  async #draw() {
    const library = await echarts().catch(() => null); // its loss is told by the plots
    if (!library || !this.#drawing || this.area.clientWidth === 0) return;
    this.#chart ??= library.init(this.area.insertBefore(create("div", { class: "canvas" }), this.area.firstChild));
    this.#chart.setOption(this.#drawing.option(readLook(), this.area.clientWidth), { notMerge: true });
    this.#mark();
    setAttribute(this.element, "data-drawn", true);
  }

  #fit() {
    if (this.#chart === null || this.area.clientWidth === 0) return;
    this.#chart.resize();
    if (this.#visible) this.#draw();
  }

  #mark() {
    const { rule } = this.#drawing;
    this.#rule.hidden = rule === undefined || rule === null;
    if (!this.#rule.hidden) this.#rule.style.left = `${this.#chart.convertToPixel({ xAxisIndex: 0 }, rule)}px`;
  }

  #place(event) {
    const box = this.area.getBoundingClientRect();
    return this.#chart?.convertFromPixel({ gridIndex: 0 }, [event.clientX - box.left, event.clientY - box.top]);
  }

  #point(event) {
    const place = this.#drawing && this.#place(event);
    const told = place ? this.#drawing.tip?.(place, readLook()) : null;
    this.#tip.hidden = !told;
    if (!told) return;
    this.#tip.replaceChildren(
      create("div", { class: "tip-head" }, create("strong", {}, told.head)),
      ...told.rows.map(row),
    );
    const left = event.clientX - this.area.getBoundingClientRect().left;
    const right = left > this.area.clientWidth / 2;
    this.#tip.style.left = right ? "auto" : `${left + 14}px`;
    this.#tip.style.right = right ? `${this.area.clientWidth - left + 14}px` : "auto";
  }
}

function row({ colour, word, text }) {
  const swatch = create("span", { class: "swatch", "aria-hidden": "true" });
  swatch.style.background = colour;
  return create("div", { class: "tip-row" }, swatch, create("span", {}, word), create("b", {}, text));
}
