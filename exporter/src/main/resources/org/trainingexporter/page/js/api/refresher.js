import { Topics } from "../base/emitter.js";
import { Gone } from "./client.js";
import { Stream } from "./stream.js";

const POLL_SECONDS = 5; //     where live cannot stream
const STREAM_AGAIN_MS = 60_000;
const RETRY_SECONDS = [1, 2, 3, 5];
const BEAT_MS = 10_000; //     what no stream pushes (GPUs) is asked for so often
const LAYERS_MS = 2000; //     so often at most layers are asked for while they change
const SILENCE_MS = 30_000; //  a stream silent for so long is asked whether it still lives

/**
 * When the exporter is asked: by a stream, every few seconds, or not at all; never while the tab is
 * hidden. A lost exporter is tried again until it is back. Tells "changed" for the menu.
 */
export class Live extends Topics {
  #stream = null;
  #timer = null;
  #due = null;
  #beat = null;
  #turn = 0; //       a newer turn ends the ones before it
  #loading = false;
  #failures = 0;
  #noStreamUntil = 0;

  constructor({ model, view, loader }) {
    super();
    Object.assign(this, { model, view, loader });
    document.addEventListener("visibilitychange", () => (document.hidden ? this.#stop() : this.#back()));
    model.on("run", () => this.#loading || this.#soon());
    view.on("runs plots refresh", () => this.#soon());
    view.on("from to x", () => this.#soonDetail());
    model.on("stale", () => this.#try(() => this.loader.tables()));
    view.on("layer tensor", () => this.#try(() => this.loader.history()));
    model.on("layered", () => this.#soonLayers());
    model.on("curves", (run) => this.model.curves.get(run)?.outgrown && this.#try(() => this.loader.curve(run)));
  }

  mode() {
    return this.view.get("refresh") ?? this.model.runs?.refresh ?? "live";
  }

  streaming() {
    return this.#stream?.open ?? false;
  }

  get lost() {
    return this.#failures > 0;
  }

  /** Seconds to the next look, or null where none is planned. */
  secondsLeft() {
    return this.#due === null ? null : Math.max(0, Math.ceil((this.#due - Date.now()) / 1000));
  }

  /** Looks now and plans the next look. */
  async now() {
    this.#stop();
    const turn = this.#turn;
    await this.#try(async () => {
      this.#loading = true;
      await this.loader.head().finally(() => (this.#loading = false));
      if (turn !== this.#turn) return;
      this.#failures = 0;
      this.tell("found");
      this.#plan();
      await this.loader.rest();
    });
  }

  #plan() {
    const mode = this.mode();
    if (mode === "live" && Date.now() >= this.#noStreamUntil) this.#open();
    else if (mode !== "off") this.#again(mode === "live" ? POLL_SECONDS : Number(mode));
    this.tell("changed");
  }

  #open() {
    const { model, view } = this;
    const known = model.curves
      .get(model.run)
      ?.signals.map((one) => one.signal)
      .filter((one) => !one.startsWith("value:"));
    const more = view.get("plots");
    this.#stream = new Stream(
      { run: model.shown(), signal: more.length > 0 && known ? [...known, ...more] : null },
      {
        runs: (body) => model.takeRuns(body),
        stats: (body) => model.take("stats", body),
        points: (body) => model.append(body),
        reset: ({ run }) => {
          model.forget(run);
          this.#try(() => this.loader.curve(run));
        },
        gone: ({ run }) => model.vanish(run),
        changed: () => this.tell("changed"),
        failed: () => this.#streamFailed(),
      },
    );
    this.#beat = setInterval(() => this.#try(() => this.#ask()), BEAT_MS);
  }

  async #ask() {
    if (this.model.runs?.gpu) await this.loader.table("gpu");
    else if (this.#stream?.silentMs() > SILENCE_MS) await this.loader.stats();
  }

  /** No stream to be had (too many viewers, a proxy that holds it back): asks every few seconds. */
  #streamFailed() {
    this.#noStreamUntil = Date.now() + STREAM_AGAIN_MS;
    this.now();
  }

  #again(seconds) {
    this.#due = Date.now() + seconds * 1000;
    this.#timer = setTimeout(() => this.now(), seconds * 1000);
  }

  #soon() {
    this.#stop();
    this.#timer = setTimeout(() => this.now(), 0);
  }

  #soonDetail() {
    clearTimeout(this.detailing);
    this.detailing = setTimeout(
      () => this.#try(() => Promise.all(this.model.shown().map((run) => this.loader.detail(run)))),
      200,
    );
  }

  #soonLayers() {
    if (this.#stream === null) return; // without one, all is asked for anyway
    this.layering ??= setTimeout(() => {
      this.layering = null;
      this.#try(() => this.loader.layers());
    }, LAYERS_MS);
  }

  #back() {
    if (this.mode() !== "off") this.now();
  }

  /** A lost exporter ends what is under way and is tried again soon. */
  async #try(action) {
    const turn = this.#turn;
    try {
      await action();
    } catch (failure) {
      if (!(failure instanceof Gone)) throw failure;
      if (turn !== this.#turn) return;
      this.#stop();
      this.#noStreamUntil = 0; // no stream was to be had because nothing was
      const wait = RETRY_SECONDS[Math.min(this.#failures++, RETRY_SECONDS.length - 1)];
      this.#timer = setTimeout(() => this.now(), wait * 1000);
      this.tell("lost", wait);
      this.tell("changed");
    }
  }

  #stop() {
    this.#turn++;
    clearTimeout(this.#timer);
    clearInterval(this.#beat);
    this.#stream?.close();
    this.#stream = null;
    this.#due = null;
  }
}
