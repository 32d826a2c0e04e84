/**
 * Speaks with the trainer's server. No answer at all is an exception.
 *
 * @typedef {{ "api/status": Trainer.Status, "api/decisions": Trainer.Decisions }} Answers
 */

const TIMEOUT_MS = 10_000;

/**
 * @template {keyof Answers} Path
 * @param {Path} path
 * @returns {Promise<Answers[Path]>}
 */
export async function ask(path) {
  const answer = await fetch(path, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!answer.ok) throw new Error(`it answered ${answer.status}`);
  return answer.json();
}

/**
 * Sends a request to start or to stop.
 *
 * @param {"api/start" | "api/stop"} path
 * @param {object} body
 * @returns {Promise<string>} why the server refuses it; empty where it does not
 */
export async function send(path, body) {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  return answer.ok ? "" : answer.text();
}

/**
 * Whether anything answers there; what, another origin's page may not see.
 *
 * @param {string} url
 */
export async function isThere(url) {
  try {
    await fetch(new URL("-/healthy", url), { mode: "no-cors", signal: AbortSignal.timeout(TIMEOUT_MS) });
    return true;
  } catch {
    return false;
  }
}
