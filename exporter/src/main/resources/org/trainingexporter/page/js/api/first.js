/** How many points a curve is asked for: as many as ask-first.js has asked for. The page of all runs has no curves. */
export const POINTS = globalThis.firstAnswers?.points ?? 400;

/**
 * What was asked for first, at the first question of that name; null where it is something else, and later.
 *
 * @template {keyof Api.Answers} Name
 * @param {Name} name
 * @param {Record<string, unknown>} parameters
 * @returns {Promise<Api.Answers[Name] | null>}
 */
export async function firstAnswer(name, { run, points, ...others }) {
  /** @type {Record<string, unknown>} */
  const waiting = globalThis.firstAnswers ?? {};
  const promise = waiting[name];
  const isOther = (points ?? POINTS) !== POINTS || Object.values(others).some((value) => (value ?? null) !== null);
  delete waiting[name]; // it grows old
  if (promise === undefined || isOther) return null;
  const answer = /** @type {Api.Answers[Name] & { run?: string } | null} */ (await promise);
  return answer?.run === run ? answer : null;
}
