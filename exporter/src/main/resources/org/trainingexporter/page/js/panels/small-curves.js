/** @import { Model } from "../state/model.js" */
import { byId, setAttribute } from "../base/dom.js";
import { pathOf, sparkline } from "../base/sparkline.js";

/** So many means of drawn points a small curve is made of at most: more would be noise. */
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
    line.classList.add("small-curve");
    byId("cards").querySelector(`[data-card=${signal}] .now`)?.after(line);
    return { signal, line };
  });
  const update = () => {
    if (!narrow.matches) return;
    const curve = model.curves.get(model.run ?? "");
    for (const { signal, line } of lines) {
      const path = pathOf(means(curve?.series(signal)?.y ?? []));
      if (line.firstElementChild) setAttribute(line.firstElementChild, "d", path);
      setAttribute(line, "hidden", curve !== undefined && !path.includes("L")); // until it is known, room is kept
    }
  };
  model.on(["curves", "run"], update);
  narrow.addEventListener("change", update);
}

/**
 * Means of values that stand together, in parts of about the same size; none of a part without a finite value.
 *
 * @param {(number | null)[]} values
 */
export function means(values) {
  const parts = Math.min(POINTS, values.length);
  /** @type {number[]} */
  const found = [];
  for (let i = 0; i < parts; i++) {
    const part = values.slice(Math.floor((i * values.length) / parts), Math.floor(((i + 1) * values.length) / parts));
    const known = part.flatMap((value) => (Number.isFinite(value) ? Number(value) : []));
    if (known.length > 0) found.push(known.reduce((sum, value) => sum + value, 0) / known.length);
  }
  return found;
}
