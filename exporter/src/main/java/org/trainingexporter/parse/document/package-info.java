/**
 * Logs that are one JSON document, replaced as a whole each time it grows. {@link
 * HistoryDocumentFormat} is the row of this format; {@link DocumentSource} reads the entries and
 * returns those that it has not returned before.
 *
 * <p>In comes a file's path, out go records, streamed with bounded memory. Called by {@code
 * parse.open} through the format's row. Nothing here knows runs.
 */
package org.trainingexporter.parse.document;
