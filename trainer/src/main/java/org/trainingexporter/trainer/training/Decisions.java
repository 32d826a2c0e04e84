package org.trainingexporter.trainer.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.Trainer;
import org.trainingexporter.trainer.data.Examples;
import org.trainingexporter.trainer.data.Spiral;

/**
 * What a model holds each place of the plane for, on a grid. Looked at again after an epoch only if
 * somebody asked since, and at the end. For any thread.
 */
public final class Decisions {
  /** The grid's side. */
  public static final int SIDE = 60;

  /** The grid reaches from minus this to this. */
  public static final double REACH = 1.1 * Spiral.REACH;

  private static final int PLACES = SIDE * SIDE;

  private final Examples points;
  private final int atOnce;
  private volatile String classes = "";
  private volatile boolean asked = true;

  /**
   * @param points to train with; null where they are not of the plane
   * @param atOnce how many places may go through the model together
   */
  Decisions(Examples points, int atOnce) {
    this.points = points;
    this.atOnce = atOnce;
  }

  /** A digit a place, row after row from the top; empty before the first epoch. */
  public String classes() {
    asked = true;
    return classes;
  }

  /** The training examples, or null where they are not of the plane. */
  public Examples points() {
    return points;
  }

  void update(Trainer trainer) {
    if (points != null && asked) {
      asked = false;
      StringBuilder text = new StringBuilder();
      for (int from = 0; from < PLACES; from += atOnce) {
        try (NDManager manager = trainer.getManager().newSubManager()) {
          evaluate(trainer, manager, from, Math.min(PLACES, from + atOnce), text);
        }
      }
      classes = text.toString();
    }
  }

  void updateLast(Trainer trainer) {
    asked = true;
    update(trainer);
  }

  private static void evaluate(
      Trainer trainer, NDManager manager, int from, int to, StringBuilder text) {
    float[] places = new float[(to - from) * 2];
    for (int i = from; i < to; i++) {
      int row = i / SIDE;
      places[2 * (i - from)] = (float) (REACH * (2 * (i % SIDE + 0.5) / SIDE - 1));
      places[2 * (i - from) + 1] = (float) (REACH * (1 - 2 * (row + 0.5) / SIDE));
    }
    NDArray input = manager.create(places, new Shape(to - from, 2));
    for (long best : trainer.evaluate(new NDList(input)).head().argMax(1).toLongArray()) {
      text.append(best);
    }
  }
}
