/**
 * The metrics of the ranks of a run: one row each, with the label {@code rank}. They are read from
 * a run's snapshot, and {@code TrainingMetrics} gives them their place among the other rows. What a
 * rank is and how ranks are compared is decided in {@code run.rank}.
 */
package org.trainingexporter.metrics.rank;
