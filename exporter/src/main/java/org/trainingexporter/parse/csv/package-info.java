/**
 * Tables of comma-separated values. {@link CsvFormat} is the row of this format; {@link
 * CsvLineParser} turns each line under the header into a record.
 *
 * <p>In come blocks of whole lines, out go records; a row of another width costs itself. Called by
 * {@code parse.open} through the format's row. Nothing here knows files or runs.
 */
package org.trainingexporter.parse.csv;
