/** Plots of numbers that have no standard plot. A plot of several is named by all of them, with commas between. */

/** The prefix of every number that is no figure of the exporter's own. */
export const VALUE = "value:";

/** So many of these numbers the exporter draws of a run at once. */
export const MOST_VALUES = 16;

/** @param {string} signal */
export function isValue(signal) {
  return signal.startsWith(VALUE);
}

/** @param {string} signal */
export function titleOf(signal) {
  return isValue(signal) ? signal.slice(VALUE.length) : signal;
}

/**
 * The name of the plot that shows all of these.
 *
 * @param {string[]} signals
 */
export function combine(signals) {
  const own = signals.filter((signal) => !isValue(signal));
  return [...own, ...signals.filter(isValue)].join(",");
}

/**
 * The signals of a plot. A key of a log may have commas itself.
 *
 * @param {string} plot
 * @param {(signal: string) => boolean} isKnown
 */
export function signalsIn(plot, isKnown) {
  return isKnown(plot) ? [plot] : plot.split(/,(?=value:|tokens(?:,|$))/).filter(isKnown);
}

/**
 * The signals of all these plots, each once, and no more than can be asked for.
 *
 * @param {string[]} plots
 * @param {(signal: string) => boolean} isKnown
 */
export function signalsOf(plots, isKnown) {
  const all = [...new Set(plots.flatMap((plot) => signalsIn(plot, isKnown)))];
  const few = new Set(all.filter(isValue).slice(0, MOST_VALUES));
  return all.filter((signal) => !isValue(signal) || few.has(signal));
}

/**
 * What a plot of several is called: what their names begin with, and what each adds to that.
 *
 * @param {string[]} signals
 */
export function titleOfAll(signals) {
  const names = signals.map(titleOf);
  const [first = "", ...others] = names;
  let length = first.search(/[^/.]*$/);
  while (length > 0 && !others.every((name) => name.startsWith(first.slice(0, length)))) {
    length = first.slice(0, length - 1).search(/[^/.]*$/);
  }
  const rests = names.map((name) => name.slice(length));
  const more = rests.length > 3 ? ` and ${rests.length - 2} more` : "";
  const shown = more === "" ? rests : rests.slice(0, 2);
  return `${first.slice(0, length)}${length > 0 ? " " : ""}${shown.join(", ")}${more}`;
}
