/**
 * The receivers of history and the protocol of Prometheus' remote write 1.0.
 *
 * <p>In come batches of samples; out go requests, divided where the receiver rejects a part. What
 * the receiver has already comes back as its coverage of a run. Used by the history room alone. The
 * package must not know logs or runs beyond their names.
 */
package org.trainingexporter.history.remote;
