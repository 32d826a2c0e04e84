package org.trainingexporter.parse.section.layer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.layer.LayerReadings.ModelLayer;
import org.trainingexporter.parse.section.RejectionSink;

/**
 * Removes inputs that lead back to their own layer. A walk from each layer to its inputs, without
 * recursion since models are deep, drops each input that is already on the way.
 */
final class InputCycles {
  private final Map<String, ModelLayer> layers = new HashMap<>();
  private final Map<String, Set<String>> dropped = new HashMap<>();
  private final Set<String> done = new HashSet<>();
  private final Set<String> onTheWay = new HashSet<>();

  private record Visit(String layer, Iterator<String> inputs) {}

  private InputCycles(List<ModelLayer> model) {
    model.forEach(layer -> layers.put(layer.name(), layer));
  }

  /** The same layers without the inputs that close a cycle, each of which is rejected. */
  static List<ModelLayer> without(List<ModelLayer> model, RejectionSink rejections) {
    InputCycles cycles = new InputCycles(model);
    List<ModelLayer> out = new ArrayList<>(model.size());
    model.forEach(layer -> cycles.walk(layer.name()));
    for (ModelLayer layer : model) {
      Set<String> wrong = cycles.dropped.getOrDefault(layer.name(), Set.of());
      for (String input : wrong) {
        String detail = input + " closes a cycle";
        rejections.below(layer.name()).reject(Rejection.WRONG_SHAPE, "inputs", detail);
      }
      List<String> left = layer.inputs().stream().filter(in -> !wrong.contains(in)).toList();
      out.add(new ModelLayer(layer.name(), layer.kind(), layer.shape(), layer.parameters(), left));
    }
    return out;
  }

  private void walk(String from) {
    Deque<Visit> way = new ArrayDeque<>();
    enter(from, way);
    while (!way.isEmpty()) {
      Visit visit = way.peek();
      if (!visit.inputs.hasNext()) {
        onTheWay.remove(visit.layer);
        done.add(visit.layer);
        way.pop();
        continue;
      }
      String input = visit.inputs.next();
      if (onTheWay.contains(input)) {
        dropped.computeIfAbsent(visit.layer, l -> new HashSet<>()).add(input);
      } else {
        enter(input, way);
      }
    }
  }

  private void enter(String name, Deque<Visit> way) {
    ModelLayer layer = layers.get(name);
    if (layer != null && !done.contains(name)) {
      onTheWay.add(name);
      way.push(new Visit(name, layer.inputs().iterator()));
    }
  }
}
