/**
 * Logs that are one JSON document, replaced as a whole each time it grows. {@link DocumentFormat}
 * is the row of this format and {@link ShapeFinder} says which {@link DocumentShape} a file has;
 * {@link DocumentSource} returns the records that it has not returned before.
 *
 * <p>In comes a file's path, out go records. Objects are streamed; lists, of which a record is one
 * value each, are held up to a bound. Called by {@code parse.open} through the format's row.
 * Nothing here knows runs.
 */
package org.trainingexporter.parse.document;
