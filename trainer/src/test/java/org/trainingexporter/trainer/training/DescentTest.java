package org.trainingexporter.trainer.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.Batch;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trainingexporter.trainer.data.Examples;
import org.trainingexporter.trainer.data.Spiral;

/** Held against what DJL does with the same gradients. */
final class DescentTest {
  private static final float RATE = 0.1f;
  private static final Examples POINTS =
      Spiral.draw(new Random(1)).pick(IntStream.range(0, 60).toArray(), 0, 60);

  @Test
  void adamIsThatOfDjl() {
    assertSame(OptimizerKind.ADAM, Optimizer.adam().optLearningRateTracker(rate()).build());
  }

  @Test
  void adamWIsThatOfDjl() {
    assertSame(OptimizerKind.ADAMW, Optimizer.adamW().optLearningRateTracker(rate()).build());
  }

  @Test
  void momentumIsThatOfDjl() {
    assertSame(
        OptimizerKind.SGD,
        Optimizer.sgd().setLearningRateTracker(rate()).optMomentum(0.8f).build());
  }

  @Test
  void aFactorShortensEachGradient() {
    float[] whole = weights(Optimizer.adam().build(), 1, trainer -> descent(trainer, 0).step(1, 1));
    float[] half = weights(Optimizer.adam().build(), 1, trainer -> descent(trainer, 0).step(1, .5));
    float[] none = weights(Optimizer.adam().build(), 1, trainer -> descent(trainer, 0).step(1, 0));
    for (int i = 0; i < none.length; i++) {
      assertEquals((whole[i] - none[i]) / 2, half[i] - none[i], 1e-6);
    }
  }

  private static Descent descent(Trainer trainer, double momentum) {
    return new Descent(
        OptimizerKind.SGD, momentum, trainer.getModel().getBlock().getParameters().values());
  }

  private static Tracker rate() {
    return Tracker.fixed(RATE);
  }

  private static void assertSame(OptimizerKind kind, Optimizer djl) {
    float[] expected = weights(djl, 5, Trainer::step);
    Descent[] ours = new Descent[1];
    float[] found =
        weights(
            djl,
            5,
            trainer -> {
              if (ours[0] == null) {
                ours[0] =
                    new Descent(kind, 0.8, trainer.getModel().getBlock().getParameters().values());
              }
              ours[0].step(RATE, 1);
            });
    assertArrayEquals(expected, found, 1e-5f);
  }

  /** A small layer's weights after some steps, each behind new gradients. */
  private static float[] weights(Optimizer djl, int steps, Consumer<Trainer> step) {
    Engine.getInstance().setRandomSeed(3);
    try (Model model = Model.newInstance("model")) {
      model.setBlock(Linear.builder().setUnits(3).build());
      DefaultTrainingConfig config =
          new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss()).optOptimizer(djl);
      try (Trainer trainer = model.newTrainer(config)) {
        trainer.initialize(new Shape(60, 2));
        for (int i = 0; i < steps; i++) {
          try (Batch batch = Tensors.batch(trainer.getManager(), POINTS)) {
            new Step(trainer).backward(batch);
            step.accept(trainer);
          }
        }
        Parameter weight = model.getBlock().getParameters().get("weight");
        return weight.getArray().toFloatArray();
      }
    }
  }
}
