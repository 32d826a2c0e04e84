/**
 * Large replies. {@link org.trainingexporter.http.reply.ReplyStream} sends bytes as fast as the
 * client reads them, and keeps the rest without a thread that waits.
 *
 * <p>Used by handlers that stream. Must not know what the bytes mean.
 */
package org.trainingexporter.http.reply;
