/**
 * What a log format is: how it is recognised, what its head shows, and how it is opened. {@link
 * LogFormat} is the contract; {@link LineLogFormat} does all but the parsing for files of lines.
 *
 * <p>Each format implements one of the two in a package of its own and gets one row in {@code
 * open.LogFormats}. In come a file's head and the readers of {@code parse.record}; out go facts and
 * a source of records. Nothing here knows a single format, a full scan or a run.
 */
package org.trainingexporter.parse.format;
