/**
 * @import { Model } from "../state/model.js"
 * @import { View } from "../state/view.js"
 * @import { Loader } from "./loader.js"
 */
import { Emitter } from "../base/emitter.js";
import { isValue, signalsOf } from "../numbers/combined.js";
import { refreshMode } from "../state/refresh-mode.js";
import { NoAnswer } from "./client.js";
import { Stream } from "./stream.js";

/** How often "live" asks where it cannot stream. */
const POLL_SECONDS = 5;
const STREAM_AGAIN_MS = 60_000;
const RETRY_SECONDS = [1, 2, 3, 5];
/** How often is asked for what no stream brings: GPUs and ranks. */
const UNSTREAMED_MS = 10_000;
/** How often at most layers are asked for while they change. */
const LAYERS_MS = 2000;
/** A stream silent for so long is asked whether it still lives. */
const SILENCE_MS = 30_000;
/** After the last change of the zoom. */
const DETAIL_PAUSE_MS = 200;

/**
 * When the exporter is asked: by a stream, every few seconds, or not at all; never while the tab is hidden.
 * An exporter that does not answer is tried again until it does. Emits "found" and "lost" (with the seconds
 * until it is tried again), and "changed" for the menu.
 *
 * @extends {Emitter<{ found: void, lost: number, changed: void }>}
 */
export class Refresher extends Emitter {
  #model;
  #view;
  #loader;
  /** @type {Stream | null} */
  #stream = null;
  /** The next refresh. @type {number | undefined} */
  #timer;
  /** When that is, in milliseconds since 1970, where it is announced. @type {number | null} */
  #due = null;
  /** @type {number | undefined} */
  #unstreamedTimer;
  /** @type {number | undefined} */
  #detailTimer;
  /** @type {number | undefined} */
  #layersTimer;
  /** Counts refreshes and stops: what belongs to an older one has ended. */
  #turn = 0;
  #loadingHead = false;
  #failures = 0;
  #noStreamUntil = 0;

  /** @param {{ model: Model, view: View, loader: Loader }} parts */
  constructor({ model, view, loader }) {
    super();
    this.#model = model;
    this.#view = view;
    this.#loader = loader;
    document.addEventListener("visibilitychange", () => (document.hidden ? this.#stop() : this.#resume()));
    model.on("run", () => this.#loadingHead || this.#refreshSoon());
    view.on(["runs", "plots", "refresh"], () => this.#refreshSoon());
    view.on(["from", "to", "x"], () => this.#loadDetailSoon());
    view.on("full", (full) => full !== null && this.#attempt(() => loader.curves()));
    view.on("smooth", () => this.#attempt(() => loader.means()));
    view.on(["layer", "tensor"], () => this.#attempt(() => loader.history()));
    model.on("tablesChanged", () => this.#attempt(() => loader.tables()));
    model.on("layersChanged", () => this.#loadLayersSoon());
    model.on("curves", (run) => model.curves.get(run)?.outgrown && this.#attempt(() => loader.curve(run)));
  }

  /** @returns {Api.RefreshMode} */
  mode() {
    return refreshMode(this.#view, this.#model.runs);
  }

  /** Whether the shown run's figures come by themselves. */
  isRefreshing() {
    return this.mode() !== "off" && !document.hidden && !this.lost;
  }

  isStreaming() {
    return this.#stream?.open ?? false;
  }

  get lost() {
    return this.#failures > 0;
  }

  /** Seconds to the next refresh, or null where none is planned. */
  secondsLeft() {
    return this.#due === null ? null : Math.max(0, Math.ceil((this.#due - Date.now()) / 1000));
  }

  /** Asks for everything now and plans when to ask again. */
  async refresh() {
    this.#stop();
    const turn = this.#turn;
    await this.#attempt(async () => {
      this.#loadingHead = true;
      try {
        await this.#loader.head();
      } finally {
        this.#loadingHead = false;
      }
      if (turn !== this.#turn) return;
      this.#failures = 0;
      this.emit("found");
      this.#plan();
      await this.#loader.rest();
    });
  }

  #plan() {
    const mode = this.mode();
    if (mode === "live" && Date.now() >= this.#noStreamUntil) this.#openStream();
    else if (mode !== "off") this.#refreshIn(mode === "live" ? POLL_SECONDS : Number(mode));
    this.emit("changed");
  }

  #openStream() {
    const model = this.#model;
    this.#stream = new Stream(
      { run: model.runsInPlots(), signal: this.#signals() },
      {
        runs: (answer) => model.setRuns(answer),
        stats: (answer) => model.setPart("stats", answer),
        points: (points) => model.appendPoints(points),
        marks: (head) => this.#showHead(head),
        tables: ({ run }) => run === model.run && this.#attempt(() => this.#loader.happenings()),
        reset: ({ run }) => {
          model.dropRecentPoints(run);
          this.#attempt(() => this.#loader.curve(run));
        },
        gone: ({ run }) => model.removeRun(run),
      },
      { changed: () => this.emit("changed"), failed: () => this.#streamFailed() },
    );
    this.#unstreamedTimer = setInterval(() => this.#attempt(() => this.#loadUnstreamed()), UNSTREAMED_MS);
  }

  /**
   * A stream that names its signals is opened anew where there are others.
   *
   * @param {Api.PlotsHead} head
   */
  #showHead(head) {
    const isOther = this.#model.setHead(head);
    if (isOther && this.#view.get("plots").length > 0) this.#refreshSoon();
  }

  /** Which signals are streamed; null: those that every run may have. */
  #signals() {
    const added = this.#view.get("plots");
    const curve = this.#model.curves.get(this.#model.run ?? "");
    if (added.length === 0 || !curve) return null;
    const known = new Set(this.#model.runsInPlots().flatMap((run) => this.#namesOf(run)));
    const own = curve.signals.map((one) => one.signal).filter((one) => !isValue(one));
    return [...new Set([...own, ...signalsOf(added, (signal) => known.has(signal))])];
  }

  /** @param {string} run */
  #namesOf(run) {
    return this.#model.curves.get(run)?.signals.map((one) => one.signal) ?? [];
  }

  async #loadUnstreamed() {
    if (this.#model.parts.ranks?.ranks.length) await this.#loader.table("ranks");
    if (this.#model.runs?.gpu) await this.#loader.table("gpu");
    else if (this.#stream && this.#stream.silentMs() > SILENCE_MS) await this.#loader.stats();
  }

  /** No stream to be had (too many viewers, a proxy that holds it back): asks every few seconds. */
  #streamFailed() {
    this.#noStreamUntil = Date.now() + STREAM_AGAIN_MS;
    this.refresh();
  }

  /** @param {number} seconds */
  #refreshIn(seconds) {
    this.#due = Date.now() + seconds * 1000;
    this.#timer = setTimeout(() => this.refresh(), seconds * 1000);
  }

  #refreshSoon() {
    this.#stop();
    this.#timer = setTimeout(() => this.refresh(), 0);
  }

  #loadDetailSoon() {
    clearTimeout(this.#detailTimer);
    const load = () => Promise.all(this.#model.runsInPlots().map((run) => this.#loader.detail(run)));
    this.#detailTimer = setTimeout(() => this.#attempt(load), DETAIL_PAUSE_MS);
  }

  #loadLayersSoon() {
    if (this.#stream === null) return; // without one, all is asked for anyway
    this.#layersTimer ??= setTimeout(() => {
      this.#layersTimer = undefined;
      this.#attempt(() => this.#loader.layers());
    }, LAYERS_MS);
  }

  #resume() {
    if (this.mode() !== "off") this.refresh();
  }

  /**
   * An exporter that does not answer ends what is under way and is tried again soon.
   *
   * @param {() => Promise<unknown>} action
   */
  async #attempt(action) {
    const turn = this.#turn;
    try {
      await action();
    } catch (failure) {
      if (!(failure instanceof NoAnswer)) throw failure;
      if (turn !== this.#turn) return;
      this.#stop();
      this.#noStreamUntil = 0; // no stream was to be had because nothing was
      const wait = RETRY_SECONDS[Math.min(this.#failures++, RETRY_SECONDS.length - 1)];
      this.#timer = setTimeout(() => this.refresh(), wait * 1000);
      this.emit("lost", wait);
      this.emit("changed");
    }
  }

  #stop() {
    this.#turn++;
    clearTimeout(this.#timer);
    clearInterval(this.#unstreamedTimer);
    this.#stream?.close();
    this.#stream = null;
    this.#model.dropHeads();
    this.#due = null;
  }
}
