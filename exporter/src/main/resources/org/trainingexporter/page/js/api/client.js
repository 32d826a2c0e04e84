/** The exporter does not answer, or answers what is no answer of its own. */
export class Gone extends Error {}

/** The exporter answers that there is no such run. */
export class Missing extends Error {}

const PATIENCE_MS = 15_000;

/** Asks for `api/NAME`; parameters that are null are left out, lists are repeated. */
export async function ask(name, parameters = {}, patience = PATIENCE_MS) {
  let response;
  let body;
  try {
    response = await fetch(address(name, parameters), { signal: AbortSignal.timeout(patience) });
    body = await response.json();
  } catch (failure) {
    throw new Gone(response ? `it answered ${response.status}` : failure.message);
  }
  if (response.ok) return body;
  if (response.status === 404 && Array.isArray(body.runs)) throw new Missing(body.error);
  throw new Gone(body.error ?? `it answered ${response.status}`);
}

/** Relative to the page, so that any path prefix before it holds. */
export function address(name, parameters) {
  const url = new URL(`api/${name}`, document.baseURI);
  for (const [key, value] of Object.entries(parameters)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== null && one !== undefined) url.searchParams.append(key, one);
    }
  }
  return url;
}
