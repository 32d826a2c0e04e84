/**
 * The layers of a run's model and the routing of its experts: statistics, histograms on bins that
 * stay, the model as a diagram, and the warnings that layers show. {@code run} hands in the layer
 * parts of records; a {@link org.trainingexporter.run.layer.LayersSnapshot} and {@link
 * org.trainingexporter.run.layer.ExpertLoads} come out. Nothing here knows how layer records are
 * written, nor a metric.
 */
package org.trainingexporter.run.layer;
