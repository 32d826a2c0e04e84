/** How many points a curve is asked for: as many as ask-first.js has asked for. */
export const POINTS = globalThis.firstAnswers?.points ?? 400;

/**
 * What was asked for first, once; null where that is something else.
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
  if (promise === undefined || isOther) return null;
  delete waiting[name];
  const answer = /** @type {Api.Answers[Name] & { run?: string } | null} */ (await promise);
  return answer?.run === run ? answer : null;
}
