/** Asks the exporter's API. */
import { firstAnswer } from "./first.js";

/** The exporter does not answer, or with what is no answer of its own. */
export class NoAnswer extends Error {}

/** The exporter answers that there is no such run. */
export class NoSuchRun extends Error {}

const TIMEOUT_MS = 15_000;

/** @typedef {Record<string, string | number | null | undefined | (string | number)[]>} Parameters */

/**
 * Asks for api/NAME and parses the answer.
 *
 * @template {keyof Api.Answers} Name
 * @param {Name} name
 * @param {Parameters} parameters null ones are left out, lists are repeated
 * @param {number} timeoutMs
 * @returns {Promise<Api.Answers[Name]>}
 * @throws {NoAnswer | NoSuchRun}
 */
export async function ask(name, parameters = {}, timeoutMs = TIMEOUT_MS) {
  const first = await firstAnswer(name, parameters);
  if (first !== null) return first;
  let response;
  let body;
  try {
    response = await fetch(apiUrl(name, parameters), { signal: AbortSignal.timeout(timeoutMs) });
    body = await response.json();
  } catch (failure) {
    throw new NoAnswer(response ? `status ${response.status}` : String(failure));
  }
  if (response.ok) return body;
  if (response.status === 404 && Array.isArray(body.runs)) throw new NoSuchRun(body.error);
  throw new NoAnswer(body.error ?? `status ${response.status}`);
}

/**
 * Relative to the page, so that any path prefix before it holds.
 *
 * @param {string} name
 * @param {Parameters} parameters
 */
export function apiUrl(name, parameters) {
  const url = new URL(`api/${name}`, document.baseURI);
  for (const [key, value] of Object.entries(parameters)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== null && one !== undefined) url.searchParams.append(key, String(one));
    }
  }
  return url;
}
