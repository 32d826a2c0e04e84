/**
 * The files that look like logs and are not read. {@link
 * org.trainingexporter.watch.ignored.IgnoredLogs} keeps those of one directory and names each once
 * in the exporter's log; {@link org.trainingexporter.watch.ignored.IgnoredLog} is what metrics and
 * web pages show of one.
 *
 * <p>In come files with the reason that their probe gave. Called by {@code watch.find}; nothing
 * here knows how a file is probed. One thread.
 */
package org.trainingexporter.watch.ignored;
