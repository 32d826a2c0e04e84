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
 * Layers in a row, each with a name, that keep what each made of the newest training batch. Those
 * arrays are good until that batch is closed; of one thread.
 */
public class MonitoredBlock extends SequentialBlock {
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, NDArray> activations = new LinkedHashMap<>();

  /** Adds a layer under a name that no other has and that begins with no digit. */
  public final MonitoredBlock add(String name, Block layer) {
    addChildBlock(name, layer);
    return this;
  }

  /** The layer's name in the key of a child, which DJL begins with the child's position. */
  public static String name(String key) {
    return key.replaceFirst("^\\d+", "");
  }

  /** What each layer made of the newest training batch, first layer first. */
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
