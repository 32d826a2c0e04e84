/**
 * At most so often are plots drawn anew while points keep coming in: twelve of them cost a moment each time. A busy run's
 * points come once a second, so they are drawn at once, in one frame with the figures that come with them.
 */
const SHORT_MS = 900;
/** The curves of a run that is slower, by what one can see, are drawn every other time. */
const LONG_MS = SHORT_MS + 1200;
/** What is due so soon is drawn at once. */
const SLACK_MS = 200;
/** A curve that has grown by less looks as before. */
const SEEN_PX = 2;

/** When plots are drawn anew while points come: each second, or every other second if one can hardly see the curve grow. */
export class Pace {
  #pause = SHORT_MS;
  #drawn = -Infinity;
  #end = Number.NaN;

  /**
   * They were drawn.
   *
   * @param {[number, number]} range the ends of the x axis
   * @param {number} pixels how long it is
   * @param {number} now in milliseconds
   */
  drawn([start, end], pixels, now) {
    const pixelsPerSecond = ((pixels * (end - this.#end)) / (end - start) / (now - this.#drawn)) * 1000;
    this.#pause = pixelsPerSecond >= 0 && pixelsPerSecond < SEEN_PX ? LONG_MS : SHORT_MS;
    this.#end = end;
    this.#drawn = now;
  }

  /**
   * When they are to be drawn next: before now if at once.
   *
   * @param {number} now in milliseconds
   */
  due(now) {
    const due = this.#drawn + this.#pause;
    return due - now < SLACK_MS ? -Infinity : due;
  }
}
