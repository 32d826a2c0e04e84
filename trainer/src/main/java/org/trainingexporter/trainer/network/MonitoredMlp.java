package org.trainingexporter.trainer.network;

import ai.djl.nn.Blocks;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import java.util.List;
import java.util.Locale;

/** Fully connected layers {@code fc1}, {@code fc2}, … and {@code out}. Takes input of any shape. */
public final class MonitoredMlp extends MonitoredBlock {

  /**
   * @param dropout share of units that are dropped in training; 0 for no dropout layers
   */
  public MonitoredMlp(
      List<Integer> hidden, ActivationKind activation, double dropout, int classes) {
    add("flatten", Blocks.batchFlattenBlock());
    String name = activation.name().toLowerCase(Locale.ROOT);
    for (int i = 1; i <= hidden.size(); i++) {
      add("fc" + i, Linear.builder().setUnits(hidden.get(i - 1)).build());
      add(name + i, activation.block());
      if (dropout > 0) {
        add("dropout" + i, Dropout.builder().optRate((float) dropout).build());
      }
    }
    add("out", Linear.builder().setUnits(classes).build());
  }
}
