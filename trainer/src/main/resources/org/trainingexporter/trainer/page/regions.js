import { byId, create, setText } from "./js/base/dom.js";
import { isDark } from "./js/base/theme.js";

/** Of the classes, told apart with any colour vision; the ground is the dots' colour, thinned. */
const COLOURS = ["#1f6fc4", "#d2691e", "#1c8f6d"];
const FRAME_MS = 80;
/** So many frames are kept. */
const MOST = 1000;

/**
 * The plane as it was after an epoch.
 *
 * @typedef {{ classes: string, epoch: number }} Frame
 */

/** Which class the network gives to each place of the plane, epoch after epoch: the newest, or an earlier one. */
export class Regions {
  #section = byId("regions");
  #slider = /** @type {HTMLInputElement} */ (byId("moment"));
  #epoch = byId("moment-name");
  #playButton = byId("play");
  #canvas = /** @type {HTMLCanvasElement} */ (byId("plane"));
  #run = "";
  /** @type {Frame[]} */
  #frames = [];
  /** @type {Trainer.Decisions | null} */
  #newest = null;
  /** Advances the frames while they play. @type {number | undefined} */
  #timer;

  constructor() {
    byId("classes").append(...COLOURS.map((_, i) => create("li", { data: { kind: i } }, `class ${i}`)));
    this.#slider.addEventListener("input", () => {
      this.#pause();
      this.#paint();
    });
    this.#playButton.addEventListener("click", () => (this.#timer === undefined ? this.#play() : this.#pause()));
  }

  /**
   * @param {Trainer.Decisions} answer the newest
   * @param {number} epoch how many epochs the run has behind it
   */
  show(answer, epoch) {
    if (answer.run !== this.#run) {
      this.#run = answer.run;
      this.#frames = [];
      this.#pause();
    }
    this.#section.hidden = !answer.points;
    if (!answer.points) return;
    this.#newest = answer;
    const isAtEnd = Number(this.#slider.value) >= this.#frames.length - 1;
    if (answer.classes) this.#add({ classes: answer.classes, epoch });
    this.#slider.max = String(Math.max(0, this.#frames.length - 1));
    if (isAtEnd && this.#timer === undefined) this.#slider.value = this.#slider.max;
    this.#paint();
  }

  /**
   * A newer frame of the same epoch replaces the one before it.
   *
   * @param {Frame} frame
   */
  #add(frame) {
    if (this.#frames.at(-1)?.epoch === frame.epoch) this.#frames.pop();
    this.#frames.push(frame);
    if (this.#frames.length > MOST) this.#frames.splice(1, 1);
  }

  #play() {
    let index = 0;
    setText(this.#playButton, "Pause");
    this.#timer = setInterval(() => {
      this.#slider.value = String(index++);
      this.#paint();
      if (index >= this.#frames.length) this.#pause();
    }, FRAME_MS);
  }

  #pause() {
    clearInterval(this.#timer);
    this.#timer = undefined;
    setText(this.#playButton, "Play again");
  }

  #paint() {
    const frame = this.#frames[Number(this.#slider.value)];
    setText(this.#epoch, frame ? String(frame.epoch) : "–");
    const pen = this.#canvas.getContext("2d");
    if (!this.#newest || !pen) return;
    pen.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    pen.globalAlpha = isDark() ? 0.42 : 0.3;
    if (frame) this.#paintGround(pen, frame, this.#newest.side);
    pen.globalAlpha = 1;
    pen.strokeStyle = isDark() ? "#0e1318" : "#ffffff";
    this.#paintPoints(pen, this.#newest);
  }

  /**
   * @param {CanvasRenderingContext2D} pen
   * @param {Frame} frame
   * @param {number} side places in a row
   */
  #paintGround(pen, { classes }, side) {
    const cell = this.#canvas.width / side;
    for (const [i, kind] of [...classes].entries()) {
      pen.fillStyle = COLOURS[Number(kind)];
      pen.fillRect((i % side) * cell, Math.floor(i / side) * cell, cell, cell);
    }
  }

  /**
   * @param {CanvasRenderingContext2D} pen
   * @param {Trainer.Decisions} decisions
   */
  #paintPoints(pen, { points = [], reach }) {
    const scale = this.#canvas.width / (2 * reach);
    for (const [x, y, kind] of points) {
      pen.fillStyle = COLOURS[kind];
      pen.beginPath();
      pen.arc((x + reach) * scale, (reach - y) * scale, 2.6, 0, 2 * Math.PI);
      pen.fill();
      pen.stroke();
    }
  }
}
