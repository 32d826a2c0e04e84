package org.trainingexporter.plots.layer;

import java.util.List;

/**
 * A request for the history of a run's layers.
 *
 * @param run the run's name
 * @param layers names of the layers whose curves are wanted, in the order of the response
 * @param layer the layer whose histograms are wanted; empty for none
 * @param tensor which tensor of that layer, named as in a layer record
 */
public record LayerHistoryRequest(String run, List<String> layers, String layer, String tensor) {
  public LayerHistoryRequest {
    layers = List.copyOf(layers);
  }
}
