/**
 * The two contracts between a file and its records: {@link RecordSource} is a log as a sequence of
 * records, and {@link LineParser} turns blocks of whole lines into records. {@link LineSource} is
 * the first made of the second and a tailed file.
 *
 * <p>In come blocks from {@code tail}; out go records, pulled one at a time. Formats implement
 * these interfaces and {@code watch} pulls from them. Nothing here knows a format, a key or a run.
 */
package org.trainingexporter.parse.source;
