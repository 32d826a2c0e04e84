/** @import { Clock } from "../state/clock.js" */
import { byId, create, setText } from "../base/dom.js";
import { dateTime, duration } from "../base/format.js";

/** Says when the exporter does not answer, since when, and when it is tried again. */
export class Connection {
  #clock;
  /** Since when, in seconds since 1970; null while it answers. @type {number | null} */
  #since = null;
  /** When it is tried again, in milliseconds since 1970. */
  #next = 0;
  #text = create("span", {});
  #wait = create("span", { "aria-hidden": "true" });
  #banner = byId("connection");

  /**
   * @param {Clock} clock
   * @param {() => void} retry
   */
  constructor(clock, retry) {
    this.#clock = clock;
    this.#banner.append(
      create("strong", {}, "The exporter does not answer."),
      this.#text,
      this.#wait,
      create("button", { type: "button", class: "tool", on: { click: retry } }, "Try now"),
    );
    clock.on("second", () => this.#count());
  }

  /**
   * It did not answer.
   *
   * @param {number} seconds until it is tried again
   */
  lost(seconds) {
    this.#since ??= this.#clock.lastAnswer ?? this.#clock.now();
    this.#next = Date.now() + seconds * 1000;
    this.#banner.hidden = false;
    document.body.classList.add("lost");
    setText(this.#text, `What you see is as of ${dateTime(this.#since)}.`);
    this.#count();
  }

  found() {
    this.#since = null;
    this.#banner.hidden = true;
    document.body.classList.remove("lost");
  }

  #count() {
    if (this.#since === null) return;
    const left = Math.max(0, Math.ceil((this.#next - Date.now()) / 1000));
    const next = left > 0 ? `trying again in ${left} s` : "trying now";
    setText(this.#wait, `Gone for ${duration(Math.floor(this.#clock.now() - this.#since))}; ${next}.`);
  }
}
