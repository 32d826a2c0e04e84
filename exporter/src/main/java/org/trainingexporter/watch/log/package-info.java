/**
 * The logs of one run as one sequence of records. {@link LogCursor} holds a log's next record,
 * {@link LogMerger} decides whose comes first, {@link RejectionLog} counts and names rejections,
 * and {@link PublishedLog} is what others need to open a log again.
 *
 * <p>In come record sources of {@code parse}, out go records in order. {@code watch.Run} calls it.
 * It must not know what a record does to a run, nor how logs are found.
 */
package org.trainingexporter.watch.log;
