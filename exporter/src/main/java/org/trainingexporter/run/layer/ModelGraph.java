package org.trainingexporter.run.layer;

import static org.trainingexporter.event.Unknown.UNKNOWN;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.trainingexporter.event.Unknown;
import org.trainingexporter.event.layer.LayerReadings.ModelLayer;

/**
 * A model's layers as a diagram from left to right. The column of a layer is the length of the
 * longest path to it, so that it is right of all its inputs. Where there are too many layers, those
 * that follow each other in this order are joined into blocks of one size.
 */
final class ModelGraph {
  static final int MOST_NODES = 200;
  private static final double COLUMN = 140;
  private static final double ROW = 150;

  private final List<ModelLayer> layers;

  /** From the index of a layer to the index of one that reads it. */
  private final List<int[]> edges = new ArrayList<>();

  /**
   * @param logged free of cycles; an input that no layer has becomes a layer of its own
   */
  ModelGraph(List<ModelLayer> logged) {
    Map<String, Integer> indexes = new LinkedHashMap<>();
    logged.forEach(layer -> indexes.putIfAbsent(layer.name(), indexes.size()));
    layers = new ArrayList<>(logged);
    for (ModelLayer layer : logged) {
      for (String input : layer.inputs()) {
        if (!indexes.containsKey(input)) {
          indexes.put(input, indexes.size());
          layers.add(new ModelLayer(input, "input", "", UNKNOWN, List.of()));
        }
        edges.add(new int[] {indexes.get(input), indexes.get(layer.name())});
      }
    }
  }

  LayersSnapshot.ModelDiagram draw(String name) {
    int[] depths = depths(layers.size(), edges);
    List<Integer> order =
        Stream.iterate(0, i -> i + 1)
            .limit(layers.size())
            .sorted(Comparator.comparingInt(i -> depths[i]))
            .toList();
    int size = (layers.size() + MOST_NODES - 1) / MOST_NODES;
    int[] blockOf = new int[layers.size()];
    List<List<ModelLayer>> blocks = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      if (i % size == 0) {
        blocks.add(new ArrayList<>());
      }
      blockOf[order.get(i)] = blocks.size() - 1;
      blocks.get(blocks.size() - 1).add(layers.get(order.get(i)));
    }
    return arrange(name, blocks, between(blockOf));
  }

  private List<int[]> between(int[] blockOf) {
    Set<List<Integer>> found = new LinkedHashSet<>();
    for (int[] edge : edges) {
      if (blockOf[edge[0]] != blockOf[edge[1]]) {
        found.add(List.of(blockOf[edge[0]], blockOf[edge[1]]));
      }
    }
    return found.stream().map(e -> new int[] {e.get(0), e.get(1)}).toList();
  }

  private static LayersSnapshot.ModelDiagram arrange(
      String name, List<List<ModelLayer>> blocks, List<int[]> edges) {
    int[] depths = depths(blocks.size(), edges);
    double deepest = Arrays.stream(depths).max().orElse(0);
    int[] rows = new int[blocks.size()];
    int[] row = new int[blocks.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = rows[depths[i]]++;
    }
    List<LayersSnapshot.ModelNode> nodes = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      double x = (depths[i] - deepest / 2) * COLUMN;
      double y = (row[i] - (rows[depths[i]] - 1) / 2.0) * ROW;
      nodes.add(node(blocks.get(i), x, y));
    }
    List<LayersSnapshot.ModelEdge> drawn =
        edges.stream()
            .map(e -> new LayersSnapshot.ModelEdge(nodes.get(e[0]).id(), nodes.get(e[1]).id()))
            .toList();
    return new LayersSnapshot.ModelDiagram(name, List.copyOf(nodes), drawn);
  }

  private static LayersSnapshot.ModelNode node(List<ModelLayer> block, double x, double y) {
    ModelLayer first = block.get(0);
    ModelLayer last = block.get(block.size() - 1);
    if (block.size() == 1) {
      String name = first.name();
      return new LayersSnapshot.ModelNode(
          name, name, first.kind(), first.shape(), first.parameters(), x, y);
    }
    double parameters =
        block.stream().mapToDouble(ModelLayer::parameters).filter(Unknown::isKnown).sum();
    String name = first.name() + " … " + last.name();
    return new LayersSnapshot.ModelNode(name, name, block.size() + " layers", "", parameters, x, y);
  }

  /** The length of the longest path to each node. */
  private static int[] depths(int nodes, List<int[]> edges) {
    List<List<Integer>> readers = new ArrayList<>();
    int[] waiting = new int[nodes];
    for (int i = 0; i < nodes; i++) {
      readers.add(new ArrayList<>());
    }
    for (int[] edge : edges) {
      readers.get(edge[0]).add(edge[1]);
      waiting[edge[1]]++;
    }
    int[] depths = new int[nodes];
    Deque<Integer> ready = new ArrayDeque<>();
    for (int i = 0; i < nodes; i++) {
      if (waiting[i] == 0) {
        ready.add(i);
      }
    }
    while (!ready.isEmpty()) {
      int node = ready.remove();
      for (int reader : readers.get(node)) {
        depths[reader] = Math.max(depths[reader], depths[node] + 1);
        if (--waiting[reader] == 0) {
          ready.add(reader);
        }
      }
    }
    return depths;
  }
}
