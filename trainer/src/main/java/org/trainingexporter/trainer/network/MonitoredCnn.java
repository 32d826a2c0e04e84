package org.trainingexporter.trainer.network;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Blocks;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.Dropout;
import java.util.Locale;

/** Two convolutions of 8 and 16 filters with stride 2, and a layer of 64 units. */
public final class MonitoredCnn extends MonitoredBlock {
  /**
   * @param dropout share of the 64 units that are dropped in training; 0 for no dropout layer
   */
  public MonitoredCnn(ActivationKind activation, double dropout, int classes) {
    String name = activation.name().toLowerCase(Locale.ROOT);
    for (int i = 1; i <= 2; i++) {
      Conv2d.Builder filters = Conv2d.builder().setFilters(8 * i).setKernelShape(new Shape(3, 3));
      filters.optPadding(new Shape(1, 1)).optStride(new Shape(2, 2));
      add("conv" + i, filters.build());
      add(name + i, activation.block());
    }
    add("flatten", Blocks.batchFlattenBlock());
    add("fc1", Linear.builder().setUnits(64).build());
    add(name + 3, activation.block());
    if (dropout > 0) {
      add("dropout", Dropout.builder().optRate((float) dropout).build());
    }
    add("out", Linear.builder().setUnits(classes).build());
  }
}
