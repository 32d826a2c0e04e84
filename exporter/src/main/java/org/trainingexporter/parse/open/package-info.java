/**
 * The entry to parsing: what is this file, and what are its records. {@link LogProbe} answers the
 * first with one {@link LogProfile}; {@link Logs} answers the second from that profile.
 *
 * <p>In come files and a run's {@code ParseContext}; out go a profile and a source of records with
 * times. {@code watch} and {@code check} call it. {@link LogFormats} is the ordered list of all
 * formats, and the only place that names them: a new format is a file and a line there. Nothing
 * here knows how a format is parsed, or what a run does with records.
 */
package org.trainingexporter.parse.open;
