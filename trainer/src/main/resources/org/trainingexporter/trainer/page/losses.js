import { byId, create, createDrawn, setAttribute, setText } from "./js/base/dom.js";
import { number, tick } from "./js/base/format.js";

const HEIGHT = 180;
/** Room for the numbers at the left and below. */
const LEFT = 46;
const BELOW = 22;
const LINES = [
  { name: "training", index: 1 },
  { name: "validation", index: 2 },
];

/** The mean training loss of each epoch, and the validation loss at its end, in one small plot. */
export class Losses {
  #figure = byId("losses");
  #plot = byId("losses-plot");
  #text = byId("losses-text");
  #shown = "";

  constructor() {
    byId("losses-key").append(...LINES.map(({ name }) => create("span", { data: { line: name } }, name)));
  }

  /** @param {[epoch: number, training: number, validation: number][]} losses the first epoch first */
  show(losses) {
    const now = `${losses.length} ${losses.at(-1)}`;
    if (now === this.#shown) return;
    this.#shown = now;
    this.#figure.hidden = losses.length < 2;
    if (losses.length < 2) return;
    const width = Math.max(200, this.#plot.clientWidth);
    setAttribute(this.#plot, "viewBox", `0 0 ${width} ${HEIGHT}`);
    const values = losses.flatMap(([, training, validation]) => [training, validation]);
    const top = Math.max(...values);
    const bottom = Math.min(0, ...values);
    const [[first]] = losses;
    const [last, training, validation] = losses[losses.length - 1];
    /** @param {number} epoch */
    const x = (epoch) => LEFT + ((epoch - first) / (last - first)) * (width - LEFT - 4);
    /** @param {number} value */
    const y = (value) => 8 + ((top - value) / (top - bottom || 1)) * (HEIGHT - BELOW - 8);
    const lines = LINES.map(({ name, index }) =>
      createDrawn("polyline", {
        "data-line": name,
        points: losses.map((one) => `${x(one[0])},${y(one[index])}`).join(" "),
      }),
    );
    const grid = [bottom, (bottom + top) / 2, top].flatMap((value) => [
      createDrawn("line", { x1: LEFT, x2: width, y1: y(value), y2: y(value) }),
      createDrawn("text", { x: LEFT - 6, y: y(value) + 4, "text-anchor": "end" }, tick(value, 2)),
    ]);
    const ends = [
      createDrawn("text", { x: LEFT, y: HEIGHT - 4 }, `epoch ${first}`),
      createDrawn("text", { x: width - 4, y: HEIGHT - 4, "text-anchor": "end" }, String(last)),
    ];
    setText(this.#text, `After epoch ${last}: training ${number(training)}, validation ${number(validation)}`);
    this.#plot.replaceChildren(this.#text, ...grid, ...lines, ...ends);
  }
}
