// The trainer's server. What it refuses comes as its words; no answer at all is an exception.
const PATIENCE_MS = 10_000;

export async function ask(path) {
  const answer = await fetch(path, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!answer.ok) throw new Error(`it answered ${answer.status}`);
  return answer.json();
}

/** The new status, or the words of a refusal. */
export async function tell(path, body) {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  return answer.ok ? { status: await answer.json() } : { refusal: await answer.text() };
}

/** Whether anything answers there; what, another origin's page may not see. */
export async function answers(url) {
  try {
    await fetch(new URL("-/healthy", url), { mode: "no-cors", signal: AbortSignal.timeout(PATIENCE_MS) });
    return true;
  } catch {
    return false;
  }
}
