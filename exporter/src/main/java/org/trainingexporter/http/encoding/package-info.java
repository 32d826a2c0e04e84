/**
 * Streams that encode a reply while it is written: UTF-8 and gzip. In come characters or bytes, out
 * come bytes to the stream below.
 *
 * <p>Used by the metrics handler and the API. Must not know HTTP.
 */
package org.trainingexporter.http.encoding;
