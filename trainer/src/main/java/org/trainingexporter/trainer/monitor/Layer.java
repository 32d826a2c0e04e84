package org.trainingexporter.trainer.monitor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.util.Pair;
import java.util.ArrayList;
import java.util.List;
import org.trainingexporter.trainer.network.MonitoredBlock;

/** A block that has no blocks within, under its path; its parameters are those that are trained. */
record Layer(String name, Block block, List<Parameter> parameters) {

  static List<Layer> of(Block root) {
    List<Layer> layers = new ArrayList<>();
    gather("", root, layers);
    return layers;
  }

  private static void gather(String path, Block block, List<Layer> layers) {
    if (block.getChildren().isEmpty()) {
      List<Parameter> trained =
          block.getDirectParameters().values().stream()
              .filter(Parameter::requiresGradient)
              .toList();
      layers.add(new Layer(path.isEmpty() ? "model" : path, block, trained));
    }
    for (Pair<String, Block> child : block.getChildren()) {
      String own =
          block instanceof MonitoredBlock ? MonitoredBlock.name(child.getKey()) : child.getKey();
      gather(path.isEmpty() ? own : path + "." + own, child.getValue(), layers);
    }
  }

  float[] weights(NDManager step) {
    return floats(parameters.stream().map(p -> temporary(p.getArray(), step)).toList());
  }

  float[] gradients(NDManager step) {
    return floats(parameters.stream().map(p -> gradient(p, step)).toList());
  }

  /** Each look at a gradient is a new array that stays with the parameter unless it is moved. */
  static NDArray gradient(Parameter parameter, NDManager step) {
    NDArray gradient = parameter.getArray().getGradient();
    gradient.attach(step);
    return gradient;
  }

  private static NDArray temporary(NDArray array, NDManager step) {
    NDArray own = array.stopGradient();
    own.attach(step);
    return own;
  }

  private static float[] floats(List<NDArray> arrays) {
    float[] all = new float[(int) arrays.stream().mapToLong(NDArray::size).sum()];
    int at = 0;
    for (NDArray array : arrays) {
      float[] values = array.toFloatArray();
      System.arraycopy(values, 0, all, at, values.length);
      at += values.length;
    }
    return all;
  }
}
