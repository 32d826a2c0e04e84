import { byId, setText } from "./js/base/dom.js";
import { isThere } from "./server.js";

const CHECK_MS = 5000;
/** Nothing that a frame says of its height makes the page longer than that, in pixels. */
const HIGHEST = 100_000;

/** The exporter's page in a frame: the training as it goes, or what was chosen from the list of runs. */
export class ExporterView {
  #section = byId("view");
  #title = byId("view-title");
  #frame = /** @type {HTMLIFrameElement} */ (byId("exporter"));
  #link = /** @type {HTMLAnchorElement} */ (byId("view-link"));
  #allRuns = /** @type {HTMLAnchorElement} */ (byId("all-runs"));
  #follow = /** @type {HTMLInputElement} */ (byId("follow"));
  #warning = byId("no-exporter");
  /** The exporter's address. */
  #exporter = "";
  #checked = Number.NEGATIVE_INFINITY;
  /** The address that the frame shows. */
  #shown = "";

  constructor() {
    addEventListener("message", ({ data, source, origin }) => {
      const isExporter = source === this.#frame.contentWindow && origin === new URL(this.#exporter).origin;
      if (isExporter) this.#heard(data);
    });
  }

  /**
   * The exporter's page says how high it is, so that it is a part of this one, and where an element is.
   *
   * @param {{ height?: unknown, top?: unknown }} message
   */
  #heard({ height, top }) {
    if (typeof height === "number" && height > 0) this.#frame.style.height = `${Math.min(height, HIGHEST)}px`;
    if (typeof top === "number") {
      const { top: ofFrame } = this.#frame.getBoundingClientRect();
      scrollTo({ top: scrollY + ofFrame + top - 12, behavior: "smooth" });
    }
  }

  /**
   * Scrolls to a plot of the run that is shown; to the view where the run does not have it.
   *
   * @param {string} id of an element of the exporter's page
   */
  find(id) {
    if (this.#section.hidden) return;
    this.#section.scrollIntoView();
    this.#frame.contentWindow?.postMessage({ find: id }, new URL(this.#exporter).origin);
  }

  /**
   * Follows the training: a run of several that one click started, with those before it laid over.
   *
   * @param {Trainer.Status} status
   * @param {Trainer.Run | undefined} run the one that trains, or trained last
   */
  follow(status, run) {
    this.#exporter = status.exporter;
    this.#allRuns.href = status.exporter;
    this.#checkExporter();
    if (!run?.step || !this.#follow.checked) return;
    const before = status.runs.filter((one) => one.click === run.click && one.step && one !== run);
    this.#show([run, ...before.reverse()].map((one) => one.run));
  }

  /**
   * Shows these runs and follows the training no longer.
   *
   * @param {string[]} runs
   */
  choose(runs) {
    this.#follow.checked = false;
    this.#show(runs);
    this.#section.scrollIntoView({ behavior: "smooth" });
  }

  /** @param {string[]} runs */
  address(runs) {
    return `${this.#exporter}?${new URLSearchParams(runs.map((run) => ["run", run]))}`;
  }

  /** @param {string[]} runs */
  #show(runs) {
    const address = this.address(runs);
    if (address === this.#shown) return;
    this.#shown = address;
    this.#section.hidden = false;
    this.#frame.src = address;
    this.#link.href = address;
    const [first, ...others] = runs;
    setText(this.#title, others.length === 0 ? `Inside ${first}` : `${first} beside ${others.join(", ")}`);
  }

  /** The browser shows an empty frame for an exporter that does not answer; the page says so. */
  async #checkExporter() {
    const now = performance.now();
    if (now - this.#checked < CHECK_MS) return;
    this.#checked = now;
    const there = await isThere(this.#exporter);
    const wasGone = !this.#warning.hidden;
    this.#warning.hidden = there;
    setText(
      this.#warning,
      `The exporter does not answer at ${this.#exporter}. Trainings continue and write their logs. The exporter reads them when it is back.`,
    );
    if (there && wasGone && this.#shown) this.#frame.src = this.#shown;
  }
}
