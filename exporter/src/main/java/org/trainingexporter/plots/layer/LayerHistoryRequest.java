package org.trainingexporter.plots.layer;

import java.util.List;

/**
 * Which layers' history is asked for.
 *
 * @param run its name
 * @param layers their names, in the order that they are answered
 * @param layer whose histograms are asked for; empty for none
 * @param tensor of that layer, as a layer record calls it
 */
public record LayerHistoryRequest(String run, List<String> layers, String layer, String tensor) {
  public LayerHistoryRequest {
    layers = List.copyOf(layers);
  }
}
