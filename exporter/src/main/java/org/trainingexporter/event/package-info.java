/**
 * What a log says, in one vocabulary for all writers and formats. {@code parse} fills a {@link
 * org.trainingexporter.event.LogRecord} and reports each {@link
 * org.trainingexporter.event.Rejection}; {@code run}, {@code plots} and {@code check} read them. A
 * record is filled again and again: copy out what must outlive it. This room knows no other room:
 * nothing of files, formats, metrics or runs.
 */
package org.trainingexporter.event;
