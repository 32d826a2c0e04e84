import { positions } from "../curves/x-axis.js";
import { chosenLayer } from "../layers/chosen-layer.js";
import { ask, Missing } from "./client.js";

const TABLES = ["events", "checkpoints", "errors"];
const READING_MS = 120_000; // a log of layers may be long
const NARROW_PX = 700;

/** What is asked of the API, and where the answers go. Each part throws Gone when nothing answers. */
export class Loader {
  constructor(model, view) {
    Object.assign(this, { model, view });
  }

  /** What the first sight needs: which runs there are, and the figures of the one looked at. */
  async head() {
    this.model.takeRuns(await ask("runs"));
    await this.stats();
  }

  async stats() {
    const { run } = this.model;
    if (this.model.entry(run))
      await this.#unlessMissing(async () => this.model.take("stats", await ask("stats", { run })));
    else if (this.model.parts.stats) this.model.vanish(run);
    else this.model.fail(run === null ? "No run yet" : `No run is called "${run}"`);
  }

  /** Tables and curves, side by side. */
  async rest() {
    if (this.model.parts.stats) await Promise.all([this.tables(), this.curves()]);
  }

  async tables() {
    const { stats } = this.model.parts;
    const names = [...TABLES, ...(this.model.runs?.gpu ? ["gpu"] : []), ...(stats?.experts ? ["experts"] : [])];
    await Promise.all([...names.map((name) => this.table(name)), ...(stats?.layers ? [this.layers()] : [])]);
  }

  /** The layers as they are, then how they came to be so. */
  async layers() {
    await this.table("layers");
    await this.history();
  }

  async history() {
    const { run, parts } = this.model;
    const layer = chosenLayer(parts.layers?.layers, this.view);
    if (layer === null) return;
    const asked = { run, layer: layer.layer, tensor: this.view.get("tensor") };
    await this.#unlessMissing(async () => this.model.take("history", await ask("layers/history", asked, READING_MS)));
  }

  async table(name) {
    const run = this.model.run;
    if (run !== null) await this.#unlessMissing(async () => this.model.take(name, await ask(name, { run })));
  }

  async curves() {
    await Promise.all(this.model.shown().map((run) => this.curve(run)));
  }

  /** The whole curve of a run, and the part that was zoomed into with its own points. */
  async curve(run) {
    await this.#unlessMissing(async () => {
      await this.#curve(run, null);
      await this.detail(run);
    });
  }

  async detail(run) {
    const curve = this.model.curves.get(run);
    const window = curve && positions(curve, this.view.get("x"), this.view.get("from"), this.view.get("to"));
    if (window) await this.#unlessMissing(() => this.#curve(run, window));
  }

  async #curve(run, window) {
    const [from, to] = (window ?? []).map((end) => (Number.isFinite(end) ? end : null));
    const points = innerWidth < NARROW_PX ? 500 : 1000;
    const answer = await ask("plots", { run, points, from, to });
    const known = new Set(answer.signals.map((one) => one.signal));
    const signal = this.view.get("plots").filter((one) => known.has(one));
    const more = signal.length > 0 ? await ask("plots", { run, points, from, to, signal }) : null;
    this.model.takeCurve(answer, window);
    if (more) this.model.addCurve(more, window);
  }

  /** A run may vanish between two answers: the list of runs tells it then. */
  async #unlessMissing(action) {
    try {
      await action();
    } catch (failure) {
      if (!(failure instanceof Missing)) throw failure;
    }
  }
}
