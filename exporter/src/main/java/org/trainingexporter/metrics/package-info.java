/**
 * The Prometheus metrics of runs and of the exporter. Snapshots of {@code run} come in at each
 * scrape, metric families of the Prometheus client go out to {@code http}, {@code history} and
 * {@code check}. Every metric is a row: of one number a run in {@code run.figure}, else in {@code
 * metrics.row} or {@code metrics.layer}. Nothing here keeps anything between scrapes, and nothing
 * knows HTTP or a log.
 */
package org.trainingexporter.metrics;
