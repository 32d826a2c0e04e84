/**
 * Times of records and what follows from them alone: the first and newest time, the gaps between
 * training records, and speeds measured from a counter and a clock. {@code run} and {@code
 * run.signal} add each record; nothing here knows a record, a key or a signal. All times are
 * seconds since 1970.
 */
package org.trainingexporter.run.time;
