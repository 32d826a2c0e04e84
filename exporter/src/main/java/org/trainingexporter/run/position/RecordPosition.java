package org.trainingexporter.run.position;

/**
 * Where and when a record stands.
 *
 * @param number of the record in the run, from 1
 * @param position by the log's counter, or by epochs where it knows only these; NaN where unknown
 * @param step the position of a log that counts steps, else NaN
 * @param time seconds since 1970, NaN where unknown
 */
public record RecordPosition(long number, double position, double step, double time) {}
