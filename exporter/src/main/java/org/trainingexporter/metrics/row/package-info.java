/**
 * The metrics of a run: one row each, with its name, help and labels. {@link
 * org.trainingexporter.metrics.row.FigureRows} makes those of {@code run.figure}; the others are
 * metrics with several series a run. {@code TrainingMetrics} puts the rows into their order, which
 * is also the order in which series are left out of a run with too many.
 */
package org.trainingexporter.metrics.row;
