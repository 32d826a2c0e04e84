package org.trainingexporter.trainer.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.Pair;
import ai.djl.util.PairList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A chain of named layers that keeps the activations of the latest training batch. The arrays are
 * valid until that batch is closed. One thread.
 */
public class MonitoredBlock extends SequentialBlock {
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, NDArray> activations = new LinkedHashMap<>();

  /** Adds a layer. The name must be unique and must not begin with a digit. */
  public final MonitoredBlock add(String name, Block layer) {
    addChildBlock(name, layer);
    return this;
  }

  /** The layer's name; DJL puts the position of the child before it in the key. */
  public static String name(String key) {
    return key.replaceFirst("^\\d+", "");
  }

  /** The output of each layer for the latest training batch, in the order of the layers. */
  public final Map<String, NDArray> activations() {
    return Collections.unmodifiableMap(activations);
  }

  @Override
  protected final NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> parameters) {
    NDList current = inputs;
    for (Pair<String, Block> child : getChildren()) {
      current = child.getValue().forward(store, current, training);
      if (training) {
        String name = names.computeIfAbsent(child.getKey(), MonitoredBlock::name);
        activations.put(name, current.head());
      }
    }
    return current;
  }

  @Override
  protected final NDList forwardInternal(
      ParameterStore store, NDList data, NDList labels, PairList<String, Object> parameters) {
    return forwardInternal(store, data, true, parameters);
  }
}
