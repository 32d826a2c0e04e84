package org.trainingexporter.run.position;

/**
 * Where and when a record belongs. Each may be unknown, but the number.
 *
 * @param number of the record in the run, from 1
 * @param position by the log's counter of steps or, where it counts none, by epochs
 * @param step the position of a log that counts steps
 * @param count what the record itself counts: below {@code position} where two processes write one
 *     log and one lags behind
 * @param time seconds since 1970
 */
public record RecordPosition(
    long number, double position, double step, double count, double time) {}
