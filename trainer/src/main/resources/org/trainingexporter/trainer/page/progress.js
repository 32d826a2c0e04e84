import { byId, create, setAttribute, setText } from "./js/base/dom.js";
import { duration, integer, number, percent } from "./js/base/format.js";
import { current, STATES } from "./run-states.js";

/** The speed is that of so many milliseconds. */
const WINDOW_MS = 4000;

/** The training that runs, or ran last: how far, how fast, how well. */
export class Progress {
  #title = byId("now-title");
  #bar = byId("progress");
  #position = byId("position");
  #figures = byId("figures");
  /** Of the figures. @type {{ name: HTMLElement, value: HTMLElement }[]} */
  #lines = [];
  #complaint = byId("complaint");
  /** The last seconds. @type {{ time: number, step: number }[]} */
  #recent = [];
  #run = "";
  #announced = "";

  /** @param {Trainer.Status} status */
  show(status) {
    const run = current(status.runs);
    if (!run) return;
    if (run.run !== this.#run) this.#recent = [];
    this.#run = run.run;
    this.#announce(run);
    const done = run.steps ? (run.step ?? 0) / run.steps : 0;
    setAttribute(this.#bar, "value", done);
    setText(this.#position, positionText(status, run));
    this.#showFigures(run);
    const complaint = complaintOf(run);
    this.#complaint.hidden = complaint === "";
    setText(this.#complaint, complaint);
    document.title = run.state === "training" ? `${percent(done, 0)} · ${run.run} · Trainer` : `${run.run} · Trainer`;
  }

  /** @param {Trainer.Run} run */
  #announce({ run, state }) {
    const text = `${run}: ${STATES[state].word}`;
    if (this.#announced === text) return;
    this.#announced = text;
    this.#title.replaceChildren(create("span", {}, run), badge(state));
    setText(byId("announcer"), text);
  }

  /** @param {Trainer.Run} run */
  #showFigures(run) {
    const isTraining = run.state === "training";
    const speed = this.#speed(run);
    const left = isTraining && speed > 0 ? ((run.steps ?? 0) - (run.step ?? 0)) / speed : null;
    const missing = run.finite === false ? Number.NaN : null; // what is not finite is left out of the answer
    /** @type {[name: string, value: string][]} */
    const rows = [
      ["Validation accuracy", percent(run.validation_accuracy)],
      ["Validation loss", number(run.validation_loss ?? missing)],
      ["Training loss", number(run.loss ?? missing)],
      ["Steps/s", speed > 0 ? integer(speed) : "–"],
      isTraining ? ["Time left", duration(left)] : ["Took", duration(run.seconds)],
    ];
    this.#figures.hidden = false;
    for (const [i, [name, value]] of rows.entries()) {
      const line = this.#lines[i] ?? this.#addLine();
      setText(line.name, name);
      setText(line.value, value);
    }
  }

  #addLine() {
    const line = { name: create("dt"), value: create("dd") };
    this.#lines.push(line);
    this.#figures.append(create("div", {}, line.name, line.value));
    return line;
  }

  /**
   * Steps a second over the last seconds; over all of it once it is over.
   *
   * @param {Trainer.Run} run
   */
  #speed({ state, seconds, step = 0 }) {
    if (state !== "training") return seconds > 0 ? step / seconds : 0;
    const time = performance.now();
    this.#recent.push({ time, step });
    while (this.#recent[0].time < time - WINDOW_MS) this.#recent.shift();
    const [first] = this.#recent;
    return time > first.time ? (step - first.step) / ((time - first.time) / 1000) : 0;
  }
}

/**
 * A run's state, in the colours that the exporter has for one like it.
 *
 * @param {Trainer.RunState} state
 */
export function badge(state) {
  const { word, colour } = STATES[state];
  return create("span", { class: "badge", "data-state": colour }, word);
}

/**
 * @param {Trainer.Status} status
 * @param {Trainer.Run} run
 */
function positionText({ runs, stopping }, { epoch, step, steps, settings }) {
  const waiting = runs.filter((one) => one.state === "waiting").length;
  return [
    `Epoch ${epoch ?? 0} of ${settings.epochs}`,
    steps ? `step ${integer(step)} of ${integer(steps)}` : "preparing",
    stopping ? "stopping after this batch" : "",
    waiting > 0 ? `${waiting} waiting` : "",
  ]
    .filter((text) => text !== "")
    .join(" · ");
}

/** @param {Trainer.Run} run */
function complaintOf({ state, problem, finite }) {
  if (state === "failed") return `It failed: ${problem}`;
  if (finite !== false) return "";
  return "Loss or gradients are NaN or infinite. The training continues but learns nothing more: try a lower learning rate, or clip gradients.";
}
