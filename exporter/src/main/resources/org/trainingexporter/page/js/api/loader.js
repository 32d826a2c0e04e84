/**
 * @import { Model } from "../state/model.js"
 * @import { View } from "../state/view.js"
 */
import { waitAtMost } from "../base/wait.js";
import { commonAxis } from "../curves/common-axis.js";
import { positionRange } from "../curves/x-axis.js";
import { chosenLayer } from "../layers/chosen-layer.js";
import { signalsOf } from "../numbers/combined.js";
import { ask, NoSuchRun } from "./client.js";
import { POINTS } from "./first.js";

/** A log of layers may be long, and is read when its history is asked for. */
const HISTORY_TIMEOUT_MS = 120_000;
/** So long do tables wait for the curves. */
const CURVES_FIRST_MS = 300;
/** In full screen a curve has as many points as there are. */
const POINTS_IN_FULL_SCREEN = 1000;

/** @typedef {"events" | "checkpoints" | "errors" | "ranks" | "gpu" | "experts" | "layers"} Table */

/** What is asked of the API, and where the answers go. Every method throws NoAnswer when nothing answers. */
export class Loader {
  #model;
  #view;

  /**
   * @param {Model} model
   * @param {View} view
   */
  constructor(model, view) {
    this.#model = model;
    this.#view = view;
  }

  /** What is seen first: which runs there are, and the figures of the shown one. */
  async head() {
    this.#model.setRuns(await ask("runs"));
    await this.stats();
  }

  async stats() {
    const { run } = this.#model;
    if (this.#model.entry(run)) {
      await unlessGone(async () => this.#model.setPart("stats", await ask("stats", { run })));
    } else if (run !== null && this.#model.parts.stats) {
      this.#model.removeRun(run);
    } else {
      this.#model.setMissing(run === null ? "No run yet" : `There is no run "${run}"`);
    }
  }

  /** Curves, then tables; tables at the same time where the curves take long. */
  async rest() {
    if (!this.#model.parts.stats) return;
    const curves = this.curves();
    await waitAtMost(
      curves.catch(() => {}),
      CURVES_FIRST_MS,
    );
    await Promise.all([curves, this.tables()]);
  }

  async tables() {
    const { parts, runs } = this.#model;
    /** @type {Table[]} */
    const names = ["events", "checkpoints", "errors", "ranks"];
    if (runs?.gpu) names.push("gpu");
    if (parts.stats?.experts) names.push("experts");
    await Promise.all([...names.map((name) => this.table(name)), ...(parts.stats?.layers ? [this.layers()] : [])]);
  }

  /** The tables of what happened. */
  async happenings() {
    await Promise.all([this.table("events"), this.table("checkpoints")]);
  }

  /** The layers as they are, then how they came to be so. */
  async layers() {
    await this.table("layers");
    await this.history();
  }

  async history() {
    const { run, parts } = this.#model;
    const layer = chosenLayer(parts.layers?.layers, this.#view);
    if (layer === null) return;
    const parameters = { run, layer: layer.layer, tensor: this.#view.get("tensor") };
    await unlessGone(async () => {
      this.#model.setPart("history", await ask("layers/history", parameters, HISTORY_TIMEOUT_MS));
    });
  }

  /** @param {Table} name */
  async table(name) {
    const { run } = this.#model;
    if (run !== null) await unlessGone(async () => this.#model.setPart(name, await ask(name, { run })));
  }

  async curves() {
    const axis = this.#axis();
    const runs = this.#model.runsInPlots();
    await Promise.all(runs.map((run) => this.curve(run)));
    if (this.#axis() !== axis) await Promise.all(runs.map((run) => this.detail(run)));
  }

  /** What the x axis counts, as far as is known before all curves are there. */
  #axis() {
    return commonAxis(this.#model, this.#view);
  }

  /**
   * The whole curve of a run, and the part that was zoomed into with its own points.
   *
   * @param {string} run
   */
  async curve(run) {
    await unlessGone(async () => {
      await this.#loadPoints(run, null);
      await this.detail(run);
    });
  }

  /** What smoothing averages: the records behind the points, where those are fewer. */
  async means() {
    const runs = this.#model.runsInPlots().filter((run) => {
      const { count = 0, x, records } = this.#model.curves.get(run)?.longestSeries() ?? { x: [] };
      return count > x.length && records === undefined;
    });
    if (this.#view.get("smooth") > 0) await Promise.all(runs.map((run) => this.curve(run)));
  }

  /**
   * Finer points of the part that was zoomed into.
   *
   * @param {string} run
   */
  async detail(run) {
    const curve = this.#model.curves.get(run);
    const range = curve && positionRange(curve, this.#axis(), this.#view.get("from"), this.#view.get("to"));
    if (range) await unlessGone(() => this.#loadPoints(run, range));
  }

  /**
   * @param {string} run
   * @param {[number, number] | null} range
   */
  async #loadPoints(run, range) {
    const [from, to] = (range ?? []).map((end) => (Number.isFinite(end) ? end : null));
    const points = this.#view.get("full") === null ? POINTS : POINTS_IN_FULL_SCREEN;
    const means = this.#view.get("smooth") > 0 ? 1 : null;
    const answer = await ask("plots", { run, points, from, to, means });
    const known = new Set(answer.signals.map((one) => one.signal));
    const signal = signalsOf(this.#view.get("plots"), (one) => known.has(one));
    const more = signal.length > 0 ? await ask("plots", { run, points, from, to, signal, means }) : null;
    this.#model.setCurve(answer, range);
    if (more) this.#model.addToCurve(more, range);
  }
}

/**
 * A run may vanish between two answers; the list of runs says so then.
 *
 * @param {() => Promise<void>} action
 */
async function unlessGone(action) {
  try {
    await action();
  } catch (failure) {
    if (!(failure instanceof NoSuchRun)) throw failure;
  }
}
