package org.trainingexporter.trainer.data;

import java.util.Arrays;
import java.util.Random;

/**
 * Labelled examples, all of one shape.
 *
 * @param shape of one example, without the batch: (2) for points, (1, 28, 28) for pictures
 * @param features example after example
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and many
public record Examples(int[] shape, float[] features, int[] labels, int classes) {

  /** A training and a validation part. */
  public record Split(Examples training, Examples validation) {}

  public int size() {
    return labels.length;
  }

  /** How many numbers an example has. */
  public int width() {
    return features.length / labels.length;
  }

  /** The examples at these places, in this order. */
  public Examples pick(int[] places, int from, int to) {
    int width = width();
    float[] picked = new float[(to - from) * width];
    int[] names = new int[to - from];
    for (int i = from; i < to; i++) {
      System.arraycopy(features, places[i] * width, picked, (i - from) * width, width);
      names[i - from] = labels[places[i]];
    }
    return new Examples(shape, picked, names, classes);
  }

  /** The examples from one place to before another. */
  public Examples part(int from, int to) {
    float[] features = Arrays.copyOfRange(this.features, from * width(), to * width());
    return new Examples(shape, features, Arrays.copyOfRange(labels, from, to), classes);
  }

  /** The same, but for a share of them, whose classes are drawn at random. */
  public Examples mislabelled(double share, Random random) {
    int[] others = labels.clone();
    int[] order = share > 0 ? shuffled(random) : new int[0];
    for (int i = 0; i < share * order.length; i++) {
      others[order[i]] = random.nextInt(classes);
    }
    return new Examples(shape, features, others, classes);
  }

  /** How many of so many a split leaves for training. */
  public static int forTraining(int all) {
    return all - all / 5;
  }

  /** A fifth, drawn at random, becomes the validation part. */
  public Split split(Random random) {
    int[] order = shuffled(random);
    int training = forTraining(size());
    return new Split(pick(order, 0, training), pick(order, training, size()));
  }

  /** All places in an order drawn at random. */
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
