/**
 * How much time a log's records say has passed, where they carry no time of their own. A scan of
 * the log feeds both classes with all records in order; the reading that follows does the same and
 * gets seconds since the first record. Nothing here knows a file or the time of day. All durations
 * are seconds; one thread at a time.
 */
package org.trainingexporter.parse.time.elapsed;
