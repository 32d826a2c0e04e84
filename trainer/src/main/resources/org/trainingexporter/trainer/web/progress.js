import { byId, create, setAttribute, setText } from "./dom.js";
import { duration, integer, number, percent } from "./format.js";

const STATES = {
  waiting: "Waiting",
  training: "Training",
  finished: "Finished",
  stopped: "Stopped",
  failed: "Failed",
  dropped: "Not started",
};
// The badges' looks are those of the exporter's states.
const LOOKS = { training: "training", finished: "finished", stopped: "stalled", failed: "not_finite" };
const WINDOW_MS = 4000;

export function badge(state) {
  return create("span", { class: "badge", "data-state": LOOKS[state] }, STATES[state] ?? state);
}

/** The training that runs, or ran last: how far, how fast, how well. */
export class Progress {
  #seen = []; // [time, step] of the last seconds
  #run = "";
  #said = "";

  show(status) {
    const run = current(status.runs);
    if (!run) return;
    if (run.run !== this.#run) this.#seen = [];
    this.#run = run.run;
    const speed = this.#speed(run);
    const { epochs } = run.settings;
    const key = `${run.run} ${run.state}`;
    if (this.#said !== key) {
      this.#said = key;
      byId("now-title").replaceChildren(create("span", {}, run.run), badge(run.state));
      setText(byId("announcer"), `${run.run}: ${STATES[run.state]}`);
    }
    const done = run.steps ? run.step / run.steps : 0;
    setAttribute(byId("progress"), "value", done);
    const waiting = status.runs.filter((one) => one.state === "waiting").length;
    setText(
      byId("position"),
      [
        `Epoch ${run.epoch ?? 0} of ${epochs}`,
        run.steps ? `step ${integer(run.step)} of ${integer(run.steps)}` : "getting ready",
        status.stopping ? "stopping after this batch" : "",
        waiting ? `${waiting} more to come` : "",
      ]
        .filter(Boolean)
        .join(" · "),
    );
    this.#figures(run, speed);
    const complaint =
      run.state === "failed"
        ? `It failed: ${run.problem}`
        : run.finite === false
          ? "Loss or gradients are no longer numbers. It goes on, but learns nothing more: try a lower learning rate, or clip gradients."
          : "";
    byId("complaint").hidden = complaint === "";
    setText(byId("complaint"), complaint);
    document.title = run.state === "training" ? `${percent(done, 0)} · ${run.run} · Trainer` : `${run.run} · Trainer`;
  }

  #figures(run, speed) {
    const training = run.state === "training";
    const left = training && speed > 0 ? (run.steps - run.step) / speed : null;
    const lost = run.finite === false ? NaN : null; // what is no number is left out of the answer
    const rows = [
      ["Validation accuracy", percent(run.validation_accuracy)],
      ["Validation loss", number(run.validation_loss ?? lost)],
      ["Training loss", number(run.loss ?? lost)],
      ["Speed", speed > 0 ? `${integer(speed)} steps/s` : "–"],
      training ? ["Time left", duration(left)] : ["Took", duration(run.seconds)],
    ];
    const list = byId("figures");
    list.hidden = false;
    if (list.children.length !== rows.length) {
      list.replaceChildren(...rows.map(() => create("div", {}, create("dt"), create("dd"))));
    }
    rows.forEach(([name, value], i) => {
      setText(list.children[i].firstChild, name);
      setText(list.children[i].lastChild, value);
    });
  }

  /** Steps a second over the last seconds; over all of it once it is over. */
  #speed(run) {
    if (run.state !== "training") return run.seconds > 0 ? (run.step ?? 0) / run.seconds : 0;
    const now = performance.now();
    this.#seen.push([now, run.step ?? 0]);
    while (this.#seen[0][0] < now - WINDOW_MS) this.#seen.shift();
    const [[then, before]] = this.#seen;
    return now > then ? ((run.step ?? 0) - before) / ((now - then) / 1000) : 0;
  }
}

/** The one that trains, else the newest that did. */
export function current(runs) {
  return (
    runs.find((one) => one.state === "training") ?? runs.findLast((one) => !["waiting", "dropped"].includes(one.state))
  );
}
