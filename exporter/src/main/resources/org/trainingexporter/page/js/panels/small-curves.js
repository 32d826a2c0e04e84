/**
 * @import { Figure } from "../base/format.js"
 * @import { Model } from "../state/model.js"
 */
import { byId, setAttribute } from "../base/dom.js";
import { pathOf, sparkline } from "../base/sparkline.js";

/** So many means of neighbours a small curve is made of: more would be noise. */
const POINTS = 60;
/** Where the cards fill the first screen. The style sheet shows them there too. */
const NARROW = "(max-width: 600px)";

/**
 * On a phone, whose first screen has no plot: the curves of loss and reward in small, in their cards.
 *
 * @param {Model} model
 */
export function smallCurves(model) {
  const narrow = matchMedia(NARROW);
  const lines = ["loss", "reward"].map((signal) => {
    const line = sparkline("");
    byId("cards").querySelector(`[data-card=${signal}] .now`)?.after(line);
    return { signal, line };
  });
  const update = () => {
    if (!narrow.matches) return;
    const curve = model.curves.get(model.run ?? "");
    for (const { signal, line } of lines) {
      const path = pathOf(means(curve?.series(signal)?.y ?? []));
      if (line.firstElementChild) setAttribute(line.firstElementChild, "d", path);
    }
  };
  model.on(["curves", "run"], update);
  narrow.addEventListener("change", update);
}

/**
 * Means of values that stand together; none of those without a finite value.
 *
 * @param {(number | null)[]} values
 * @returns {Figure[]}
 */
export function means(values) {
  const size = Math.ceil(values.length / POINTS);
  /** @type {number[]} */
  const found = [];
  for (let i = 0; i < values.length; i += size) {
    const known = values.slice(i, i + size).flatMap((value) => (Number.isFinite(value) ? Number(value) : []));
    if (known.length > 0) found.push(known.reduce((sum, value) => sum + value, 0) / known.length);
  }
  return found;
}
