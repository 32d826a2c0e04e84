/**
 * What is seen first: the runs, and the figures and curves of the run that the address names, else of the newest. The
 * server names the same addresses in the head of the page (FirstAnswers.java), so that the browser asks for them before
 * it has read a script; asking for them here takes what it has.
 */

/** How many points a curve has, by the width of the window: a little fewer than a plot has pixels. @type {[string, number][]} */
const POINTS_BY_WIDTH = [
  ["(max-width: 699px)", 300],
  ["(min-width: 1200px) and (max-width: 1699px)", 500],
  ["(min-width: 1700px)", 700],
];
const OTHER_POINTS = 400;

/** @type {Map<string, Promise<{ run?: string } | null>>} */
const waiting = new Map();

/** How many points a curve is asked for. */
export const POINTS = POINTS_BY_WIDTH.find(([query]) => globalThis.matchMedia?.(query).matches)?.[1] ?? OTHER_POINTS;

/** Asks, before anything else is made. Where there is no such run, two of the answers are 404. */
export function askFirst() {
  const run = new URLSearchParams(location.search).get("run");
  const named = run === null ? [] : [["run", run]];
  /**
   * @param {string} name
   * @param {string[][]} parameters
   */
  const ask = (name, parameters) => {
    const url = new URL(`api/${name}`, document.baseURI);
    url.search = String(new URLSearchParams(parameters));
    waiting.set(name, answerOf(url));
  };
  ask("runs", []);
  ask("stats", named);
  ask("plots", [...named, ["points", String(POINTS)]]);
}

/** @param {URL} url */
async function answerOf(url) {
  try {
    const response = await fetch(url);
    return response.ok ? await response.json() : null;
  } catch {
    return null; // it is asked for again, and reported
  }
}

/**
 * What was asked for first, once; null where that is something else.
 *
 * @template {keyof Api.Answers} Name
 * @param {Name} name
 * @param {Record<string, unknown>} parameters
 * @returns {Promise<Api.Answers[Name] | null>}
 */
export async function firstAnswer(name, { run, points, ...others }) {
  const promise = waiting.get(name);
  const isOther = (points ?? POINTS) !== POINTS || Object.values(others).some((value) => (value ?? null) !== null);
  if (promise === undefined || isOther) return null;
  waiting.delete(name);
  const answer = /** @type {Api.Answers[Name] & { run?: string } | null} */ (await promise);
  return answer?.run === run ? answer : null;
}
