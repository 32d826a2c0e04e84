/**
 * The sections that describe a model's layers: their statistics and histograms, the model itself,
 * and the histograms that W&B's {@code watch} logs.
 *
 * <p>In come JSON tokens, out go {@code LayerReadings}; an implausible value costs itself. Values
 * pass straight into arrays that are used again, since a record may hold fifteen thousand. Called
 * by {@code parse.record} through {@code Section}. Nothing here knows files or runs.
 */
package org.trainingexporter.parse.section.layer;
