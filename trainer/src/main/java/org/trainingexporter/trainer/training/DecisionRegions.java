package org.trainingexporter.trainer.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.Trainer;
import org.trainingexporter.trainer.data.Examples;
import org.trainingexporter.trainer.data.Spiral;

/**
 * The classes that a model predicts on a grid of the plane. Computed after an epoch only if they
 * were read since the last time, and at the end. Safe for many threads.
 */
public final class DecisionRegions {
  /** Cells along one side of the grid. */
  public static final int SIDE = 60;

  /** The grid spans from minus this to this in x and y. */
  public static final double REACH = 1.1 * Spiral.REACH;

  private static final int CELLS = SIDE * SIDE;

  private final Examples points;
  private final int atOnce;
  private volatile String classes = "";
  private volatile boolean wanted = true;

  /**
   * @param points training examples; null if they are no points of the plane
   * @param atOnce cells that may go through the model together
   */
  DecisionRegions(Examples points, int atOnce) {
    this.points = points;
    this.atOnce = atOnce;
  }

  /** One digit for each cell, row by row from the top; empty before the first epoch. */
  public String classes() {
    wanted = true;
    return classes;
  }

  /** The training examples, or null if they are no points of the plane. */
  public Examples points() {
    return points;
  }

  void update(Trainer trainer) {
    if (points != null && wanted) {
      wanted = false;
      StringBuilder text = new StringBuilder();
      for (int from = 0; from < CELLS; from += atOnce) {
        try (NDManager manager = trainer.getManager().newSubManager()) {
          evaluate(trainer, manager, from, Math.min(CELLS, from + atOnce), text);
        }
      }
      classes = text.toString();
    }
  }

  void updateLast(Trainer trainer) {
    wanted = true;
    update(trainer);
  }

  private static void evaluate(
      Trainer trainer, NDManager manager, int from, int to, StringBuilder text) {
    float[] cells = new float[(to - from) * 2];
    for (int i = from; i < to; i++) {
      int row = i / SIDE;
      cells[2 * (i - from)] = (float) (REACH * (2 * (i % SIDE + 0.5) / SIDE - 1));
      cells[2 * (i - from) + 1] = (float) (REACH * (1 - 2 * (row + 0.5) / SIDE));
    }
    NDArray input = manager.create(cells, new Shape(to - from, 2));
    for (long best : trainer.evaluate(new NDList(input)).head().argMax(1).toLongArray()) {
      text.append(best);
    }
  }
}
