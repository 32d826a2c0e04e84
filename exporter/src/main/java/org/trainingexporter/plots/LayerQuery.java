package org.trainingexporter.plots;

import java.util.List;

/**
 * Which layers' history is asked for.
 *
 * @param run its name
 * @param layers their names, in the order that they are answered
 * @param layer whose histograms are asked for; empty for none
 * @param tensor of that layer, as a layer record calls it
 */
public record LayerQuery(String run, List<String> layers, String layer, String tensor) {
  public LayerQuery {
    layers = List.copyOf(layers);
  }
}
