/**
 * Log lines that may repeat. In comes what a line is about, out goes whether to log it.
 *
 * <p>For all rooms that log what a client can cause. Must not know a logger.
 */
package org.trainingexporter.web.log;
