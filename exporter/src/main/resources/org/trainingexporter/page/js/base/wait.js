/**
 * Waits for a promise, but not for long.
 *
 * @param {Promise<unknown> | undefined} promise
 * @param {number} longestMs
 */
export function waitAtMost(promise, longestMs) {
  return Promise.race([promise, new Promise((done) => setTimeout(done, longestMs))]);
}
