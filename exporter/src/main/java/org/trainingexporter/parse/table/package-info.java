/**
 * Tables of lines under a header, whatever stands between the cells. {@link TableFormat} has two
 * rows: files whose suffix says that they are tables, and files whose head shows it ({@link
 * TableShape}). {@link TableLineParser} turns each line under the header into a record; {@link
 * HeaderLines} finds the headers.
 *
 * <p>In come blocks of whole lines, out go records; a line that is no row costs itself. Called by
 * {@code parse.open} through the format's rows. Nothing here knows files or runs.
 */
package org.trainingexporter.parse.table;
