/**
 * The times of a log's records. {@link Timestamps} reads wall times as they are written, {@link
 * FullScan} shows how records without one lie in time, and {@link TimedSource} adds what is
 * missing.
 *
 * <p>In come texts, numbers and a source of records; out go seconds since 1970 and the same source
 * with times. {@code parse.record} and {@code parse.open} call it. It must not know formats or
 * runs.
 */
package org.trainingexporter.parse.time;
