/**
 * The history of a run's layers while the run is read. In: each record after it was applied, with
 * the run's state. Out: curves by layer, a film of histograms, and means by epoch. Used by {@code
 * plots} and, for its results, by {@code http.api}. It must not know where records come from.
 */
package org.trainingexporter.plots.layer;
