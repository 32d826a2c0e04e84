package org.trainingexporter.trainer.data;

import java.util.Arrays;
import java.util.Random;

/**
 * Labelled examples of one shape.
 *
 * @param shape of one example, without the batch: (2) for points, (1, 28, 28) for pictures
 * @param features example after example
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and many
public record Examples(int[] shape, float[] features, int[] labels, int classes) {

  /** Examples for training and for validation. */
  public record Split(Examples training, Examples validation) {}

  public int size() {
    return labels.length;
  }

  /** The numbers in one example. */
  public int width() {
    return features.length / labels.length;
  }

  /** The examples with the indexes from {@code indexes[from]} to before {@code indexes[to]}. */
  public Examples pick(int[] indexes, int from, int to) {
    int width = width();
    float[] picked = new float[(to - from) * width];
    int[] pickedLabels = new int[to - from];
    for (int i = from; i < to; i++) {
      System.arraycopy(features, indexes[i] * width, picked, (i - from) * width, width);
      pickedLabels[i - from] = labels[indexes[i]];
    }
    return new Examples(shape, picked, pickedLabels, classes);
  }

  /** The examples from one index to before another. */
  public Examples part(int from, int to) {
    float[] features = Arrays.copyOfRange(this.features, from * width(), to * width());
    return new Examples(shape, features, Arrays.copyOfRange(labels, from, to), classes);
  }

  /** The same examples, but a share of them, 0 to 1, with random labels. */
  public Examples mislabelled(double share, Random random) {
    int[] others = labels.clone();
    int[] order = share > 0 ? shuffled(random) : new int[0];
    for (int i = 0; i < share * order.length; i++) {
      others[order[i]] = random.nextInt(classes);
    }
    return new Examples(shape, features, others, classes);
  }

  /** The examples that a split of so many leaves for training. */
  public static int forTraining(int all) {
    return all - all / 5;
  }

  /** Moves a random fifth to validation. */
  public Split split(Random random) {
    int[] order = shuffled(random);
    int training = forTraining(size());
    return new Split(pick(order, 0, training), pick(order, training, size()));
  }

  /** All indexes in random order. */
  public int[] shuffled(Random random) {
    int[] order = new int[size()];
    for (int i = 0; i < order.length; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
