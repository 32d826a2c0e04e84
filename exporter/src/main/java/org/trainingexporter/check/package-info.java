/**
 * The command {@code check}: {@link Check} reads each file as the exporter would, {@code
 * check.file} collects what happened to its records, keys and values, and {@code check.report}
 * writes that as text or JSON.
 *
 * <p>In come paths and settings, out goes a report. The command line calls it. It uses the same
 * parsing and state as the watcher and must not have rules of its own about logs.
 */
package org.trainingexporter.check;
