/**
 * Runs that are a directory with a file for each metric. {@link MetricFilesSource} is such a
 * directory as one log: {@link MetricTree} lists its files, each {@link MetricFile} is one of them
 * as it grows, and {@link org.trainingexporter.parse.metricfiles.step.StepJoin} joins their rows by
 * step. A {@link MetricStore} says what one writer's directories have beside the metrics.
 *
 * <p>In comes the path of the file that marks such a directory, out come records. The formats in
 * the packages below implement {@code MetricStore} and are called by {@code parse.open}. Nothing
 * here knows a writer or a run.
 */
package org.trainingexporter.parse.metricfiles;
