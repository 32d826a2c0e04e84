import { byId, create, setText } from "./dom.js";

// Told apart with any colour vision; the ground is the dots' colour, thinned.
const COLOURS = ["#1f6fc4", "#d2691e", "#1c8f6d"];
const FRAME_MS = 80;
const MOST = 1000;

/** What the model holds each place of the plane for, epoch after epoch: the newest, or one looked back at. */
export class Regions {
  #run = "";
  #moments = [];
  #last = null;
  #playing = null;
  #slider = byId("moment");

  constructor() {
    byId("classes").append(...COLOURS.map((_, i) => create("li", { data: { kind: i } }, `class ${i}`)));
    this.#slider.addEventListener("input", () => {
      this.#pause();
      this.#paint();
    });
    byId("play").addEventListener("click", () => (this.#playing ? this.#pause() : this.#play()));
  }

  /** The newest answer, and the epochs that the run has behind it. */
  show(answer, epoch) {
    if (answer.run !== this.#run) {
      this.#run = answer.run;
      this.#moments = [];
      this.#pause();
    }
    byId("regions").hidden = !answer.points;
    if (!answer.points) return;
    this.#last = answer;
    const newest = Number(this.#slider.value) >= this.#moments.length - 1;
    const last = this.#moments.at(-1);
    if (last?.epoch === epoch) last.classes = answer.classes;
    else if (answer.classes) this.#moments.push({ classes: answer.classes, epoch });
    if (this.#moments.length > MOST) this.#moments.splice(1, 1);
    this.#slider.max = Math.max(0, this.#moments.length - 1);
    if (newest && !this.#playing) this.#slider.value = this.#slider.max;
    this.#paint();
  }

  #play() {
    let at = 0;
    setText(byId("play"), "Pause");
    this.#playing = setInterval(() => {
      this.#slider.value = at++;
      this.#paint();
      if (at >= this.#moments.length) this.#pause();
    }, FRAME_MS);
  }

  #pause() {
    clearInterval(this.#playing);
    this.#playing = null;
    setText(byId("play"), "Play again");
  }

  #paint() {
    const canvas = byId("plane");
    const context = canvas.getContext("2d");
    const { side, reach, points } = this.#last;
    const moment = this.#moments[Number(this.#slider.value)];
    setText(byId("moment-name"), moment ? String(moment.epoch) : "–");
    const dark = matchMedia("(prefers-color-scheme: dark)").matches;
    const cell = canvas.width / side;
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.globalAlpha = dark ? 0.42 : 0.3;
    for (let i = 0; i < (moment?.classes.length ?? 0); i++) {
      context.fillStyle = COLOURS[moment.classes[i]];
      context.fillRect((i % side) * cell, Math.floor(i / side) * cell, cell, cell);
    }
    context.globalAlpha = 1;
    const scale = canvas.width / (2 * reach);
    for (const [x, y, kind] of points) {
      context.fillStyle = COLOURS[kind];
      context.strokeStyle = dark ? "#0e1318" : "#ffffff";
      context.beginPath();
      context.arc((x + reach) * scale, (reach - y) * scale, 2.6, 0, 2 * Math.PI);
      context.fill();
      context.stroke();
    }
  }
}
