import { byId, setText } from "./dom.js";
import { answers } from "./server.js";

const ASK_MS = 5000;

/** The exporter's page below: the training as it goes, or what was chosen from the list of runs. */
export class View {
  #exporter = "";
  #asked = -Infinity;
  #wanted = "";

  /** Follows the training: a run of several that one click started, with those before it laid over. */
  follow(status, run) {
    this.#exporter = status.exporter;
    byId("all-runs").href = status.exporter;
    this.#lookAfter();
    if (!run?.step || !byId("follow").checked) return;
    const before = status.runs.filter((one) => one.click === run.click && one.step);
    this.#show([run, ...before.filter((one) => one !== run).reverse()].map((one) => one.run));
  }

  /** Shows these and follows no longer. */
  choose(runs) {
    byId("follow").checked = false;
    this.#show(runs);
    byId("view").scrollIntoView({ behavior: "smooth" });
  }

  address(runs) {
    return `${this.#exporter}?${new URLSearchParams(runs.map((run) => ["run", run]))}`;
  }

  #show(runs) {
    const address = this.address(runs);
    if (address === this.#wanted) return;
    this.#wanted = address;
    byId("view").hidden = false;
    byId("exporter").src = address;
    byId("view-link").href = address;
    setText(
      byId("view-title"),
      runs.length === 1 ? `Inside ${runs[0]}` : `${runs[0]} beside ${runs.slice(1).join(", ")}`,
    );
  }

  /** The browser shows an empty frame for an exporter that is gone; here it is said. */
  async #lookAfter() {
    const now = performance.now();
    if (now - this.#asked < ASK_MS) return;
    this.#asked = now;
    const there = await answers(this.#exporter);
    const wasGone = !byId("no-exporter").hidden;
    byId("no-exporter").hidden = there;
    setText(
      byId("no-exporter"),
      `The exporter does not answer at ${this.#exporter}. Trainings go on and write their logs; it will read them when it is back.`,
    );
    if (there && wasGone && this.#wanted) byId("exporter").src = this.#wanted;
  }
}
