/**
 * What one record says of the layers of a model: {@link
 * org.trainingexporter.event.layer.LayerReadings} holds the model's layers and, for each tensor, a
 * {@link org.trainingexporter.event.layer.TensorReading} of statistics and a histogram. The readers
 * of layer records fill it, {@code run.layer} and {@code plots.layer} copy out of it. All of it is
 * used again for the next record.
 */
package org.trainingexporter.event.layer;
