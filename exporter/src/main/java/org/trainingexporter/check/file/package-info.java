/**
 * One file as {@code check} reads it: how each key was read, what was rejected, and the state that
 * the records lead to. A log's records come in through {@code parse}; a {@link
 * org.trainingexporter.check.file.FileReport} goes out to {@code check.report}. Nothing here
 * writes, and nothing watches a file that grows.
 */
package org.trainingexporter.check.file;
