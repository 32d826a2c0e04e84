/**
 * Talks HTTP to a receiver: credentials, trust, retries with backoff, and counters of what was
 * written, rejected and failed.
 *
 * <p>In come requests; out come the receiver's final answers. Used by {@code history.remote} and
 * the history room itself. The package must not know runs, samples or what the requests mean.
 */
package org.trainingexporter.history.client;
