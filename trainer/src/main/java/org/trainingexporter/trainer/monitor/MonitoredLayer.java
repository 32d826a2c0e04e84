package org.trainingexporter.trainer.monitor;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.util.Pair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.trainingexporter.trainer.network.MonitoredBlock;

/**
 * A block without inner blocks, named by its path.
 *
 * @param parameters those that are trained
 */
record MonitoredLayer(String name, Block block, List<Parameter> parameters) {

  static List<MonitoredLayer> of(Block root) {
    List<MonitoredLayer> layers = new ArrayList<>();
    gather("", root, layers);
    return layers;
  }

  private static void gather(String path, Block block, List<MonitoredLayer> layers) {
    if (block.getChildren().isEmpty()) {
      List<Parameter> trained =
          block.getDirectParameters().values().stream()
              .filter(Parameter::requiresGradient)
              .toList();
      layers.add(new MonitoredLayer(path.isEmpty() ? "model" : path, block, trained));
    }
    for (Pair<String, Block> child : block.getChildren()) {
      String own =
          block instanceof MonitoredBlock ? MonitoredBlock.name(child.getKey()) : child.getKey();
      gather(path.isEmpty() ? own : path + "." + own, child.getValue(), layers);
    }
  }

  float[] weights() {
    return joined(parameter -> parameter.getArray().toFloatArray());
  }

  float[] gradients() {
    return joined(MonitoredLayer::gradient);
  }

  /** DJL makes a new array for each read of a gradient; it leaks unless closed. */
  static float[] gradient(Parameter parameter) {
    try (NDArray gradient = parameter.getArray().getGradient()) {
      return gradient.toFloatArray();
    }
  }

  private float[] joined(Function<Parameter, float[]> numbers) {
    float[] all = {};
    for (Parameter parameter : parameters) {
      float[] more = numbers.apply(parameter);
      int at = all.length;
      all = Arrays.copyOf(all, at + more.length);
      System.arraycopy(more, 0, all, at, more.length);
    }
    return all;
  }
}
