/**
 * The figures of a run, one row each: {@link org.trainingexporter.run.figure.FigureTable} is the
 * only place where the key, the metric, the help and the unit of a single number stand, and how it
 * is read from a {@link org.trainingexporter.run.RunSnapshot}. The metrics, {@code api/stats},
 * {@code api/runs}, {@code check}, the curves and docs/metrics.md loop over it. Whatever has
 * several series a run, such as layers or events, is no figure and stays in {@code metrics}.
 */
package org.trainingexporter.run.figure;
