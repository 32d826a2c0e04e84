/**
 * Writes the past of runs: what the logs hold and a receiver lacks. In come the watched runs, whose
 * logs are replayed; out go samples, exactly as a scrape would have read them at each tick.
 *
 * <p>{@code HistoryThread} runs beside the exporter, {@code Backfill} once from the command line.
 * Both are for the wiring alone. The package must not know pages, GPUs or how logs are parsed.
 */
package org.trainingexporter.history;
