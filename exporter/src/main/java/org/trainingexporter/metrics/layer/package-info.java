/**
 * The metrics of a run's layers, model and experts: one row each. Snapshots of {@code run.layer}
 * come in, series go out. They come last in {@code TrainingMetrics}, since they may be thousands.
 */
package org.trainingexporter.metrics.layer;
