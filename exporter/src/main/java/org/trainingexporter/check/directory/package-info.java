/**
 * A directory as the exporter would watch it: {@link DirectoryReading} finds its runs, and {@link
 * DirectoryReport} says which file tells what of which run.
 *
 * <p>In comes a path, out comes a report. {@code check} calls it. Nothing here knows how a report
 * is written.
 */
package org.trainingexporter.check.directory;
