/**
 * Text logs: blocks of lines go in, records come out.
 *
 * <p>{@code TextLineFormat} cuts lines at newlines and carriage returns, cleans them, and hands
 * each to {@code TextLine}. {@code TextHead} says whether a file's head is a training's log, and
 * whether it is JSON lines instead. The log probe and {@code Logs} call both. What a key means is
 * not known here: {@code RecordReader} decides that.
 */
package org.trainingexporter.parse.text;
