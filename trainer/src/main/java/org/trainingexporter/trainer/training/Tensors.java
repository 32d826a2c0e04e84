package org.trainingexporter.trainer.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.dataset.Batch;
import ai.djl.translate.Batchifier;
import org.trainingexporter.trainer.data.Examples;

/** Converts examples to DJL's arrays. */
final class Tensors {
  private Tensors() {}

  /** A batch with a manager of its own; closing it frees all arrays that were made from it. */
  static Batch batch(NDManager root, Examples examples) {
    NDManager manager = root.newSubManager();
    long[] classes = new long[examples.size()];
    for (int i = 0; i < classes.length; i++) {
      classes[i] = examples.labels()[i];
    }
    NDArray features = manager.create(examples.features(), shape(examples, examples.size()));
    return new Batch(
        manager,
        new NDList(features),
        new NDList(manager.create(classes)),
        classes.length,
        Batchifier.STACK,
        Batchifier.STACK,
        0,
        1);
  }

  static Shape shape(Examples examples, int size) {
    Shape shape = new Shape(size);
    for (int side : examples.shape()) {
      shape = shape.add(side);
    }
    return shape;
  }
}
