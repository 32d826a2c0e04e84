/**
 * DVCLive's directory: a table for each metric below {@code plots/metrics}, and the newest values
 * of all in {@code metrics.json}. {@link DvcliveFormat} is the row of this format, {@link
 * DvcliveStore} is one such directory.
 *
 * <p>In comes the path of a {@code metrics.json}, out come records by {@code parse.metricfiles}.
 * Called by {@code parse.open} through the format's row. Nothing here knows runs.
 */
package org.trainingexporter.parse.metricfiles.dvclive;
