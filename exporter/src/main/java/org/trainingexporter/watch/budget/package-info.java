/**
 * Which runs are given up where memory is short. In come the heap's use and the runs with their
 * ages, out go releases, and their number for a metric.
 *
 * <p>{@code Watcher} calls it between two runs. It must not know what a run consists of.
 */
package org.trainingexporter.watch.budget;
