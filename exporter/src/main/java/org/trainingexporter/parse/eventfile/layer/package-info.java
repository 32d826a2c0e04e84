/**
 * Histograms of event files as what a record says of layers: {@link
 * org.trainingexporter.parse.eventfile.layer.LayerTag} finds the layer that a tag names, {@link
 * org.trainingexporter.parse.eventfile.layer.TensorSummary} holds the bins and the statistics until
 * their record is whole.
 *
 * <p>In come messages, out go additions to {@code event.layer.LayerReadings}. Nothing here knows a
 * step or a file.
 */
package org.trainingexporter.parse.eventfile.layer;
