/**
 * One record's keys and values, whatever its format. {@link RecordReader} adds them to a {@code
 * LogRecord} in base units, {@link KeyTree} finds nested keys, and {@link Sections} lists the
 * structured parts that a record may hold.
 *
 * <p>In come JSON tokens or cells, out go records and rejections. Formats call it; it must not know
 * them, nor files, nor what a run makes of a record.
 */
package org.trainingexporter.parse.record;
