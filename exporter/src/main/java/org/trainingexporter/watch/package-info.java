/**
 * The runs below the watched directories. {@link Watcher} is the entry: polled by one thread, read
 * by any; {@link RunFolders} makes steps of what may hang, {@link WatchReport} says what is there
 * and what cannot be read. A {@link RunFolder} makes runs of the logs that it finds; a {@link Run}
 * owns its logs and applies their records to its state; a {@link Replay} reads a published run once
 * more.
 *
 * <p>In come paths, the configuration's rules and the time; out go {@link PublishedRun}s. {@code
 * metrics}, {@code plots}, {@code history} and the web pages read those. Nothing here knows a log's
 * format, a metric or a page.
 */
package org.trainingexporter.watch;
