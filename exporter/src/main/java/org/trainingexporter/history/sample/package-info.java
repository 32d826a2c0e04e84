/**
 * Samples on their way to a receiver: the series of a run, their labels, and the batch that gathers
 * them.
 *
 * <p>In come metric families, one scrape for each tick; out come series with samples in order of
 * time. Used by {@code history} and {@code history.remote}. The package must not know receivers,
 * requests or logs.
 */
package org.trainingexporter.history.sample;
