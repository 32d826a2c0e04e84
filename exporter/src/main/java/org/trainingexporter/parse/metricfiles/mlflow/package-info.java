/**
 * MLflow's file store: a directory for each run, marked by its {@code meta.yaml}, with a file for
 * each metric, parameter and tag. {@link MlflowFormat} is the row of this format, {@link
 * MlflowStore} is one run's directory.
 *
 * <p>In comes the path of a {@code meta.yaml}, out come records by {@code parse.metricfiles}.
 * Called by {@code parse.open} through the format's row. Nothing here knows experiments or runs
 * beside its own.
 */
package org.trainingexporter.parse.metricfiles.mlflow;
