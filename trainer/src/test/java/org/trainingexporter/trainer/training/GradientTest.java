package org.trainingexporter.trainer.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.Batch;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trainingexporter.trainer.data.Examples;
import org.trainingexporter.trainer.data.Spiral;
import org.trainingexporter.trainer.network.ActivationKind;
import org.trainingexporter.trainer.network.MonitoredMlp;

final class GradientTest {
  private static final Examples POINTS =
      Spiral.draw(new Random(1)).pick(IntStream.range(0, 60).toArray(), 0, 60);

  private final Model model = Model.newInstance("model");
  private Trainer trainer;

  @BeforeEach
  void makeModel() {
    Engine.getInstance().setRandomSeed(3);
    model.setBlock(new MonitoredMlp(List.of(5, 4), ActivationKind.TANH, 0, 3));
    trainer = model.newTrainer(new DefaultTrainingConfig(new CrossEntropy()));
    trainer.initialize(Tensors.shape(POINTS, 60));
  }

  @AfterEach
  void close() {
    trainer.close();
    model.close();
  }

  @Test
  void a_gradient_is_the_slope_of_the_loss() {
    try (Batch batch = Tensors.batch(trainer.getManager(), POINTS)) {
      new BatchStep(trainer).backward(batch);
    }
    for (Parameter parameter : model.getBlock().getParameters().values()) {
      float[] gradient = gradient(parameter);
      for (int i = 0; i < gradient.length; i++) {
        double slope = (loss(parameter, i, 1e-2f) - loss(parameter, i, -1e-2f)) / 2e-2;
        assertEquals(slope, gradient[i], 1e-4, parameter.getName() + "[" + i + "]");
      }
    }
  }

  private static float[] gradient(Parameter parameter) {
    try (NDArray gradient = parameter.getArray().getGradient()) {
      return gradient.toFloatArray();
    }
  }

  private double loss(Parameter parameter, int i, float shift) {
    float[] values = parameter.getArray().toFloatArray();
    float[] moved = values.clone();
    moved[i] += shift;
    set(parameter, moved);
    try (Batch batch = Tensors.batch(trainer.getManager(), POINTS)) {
      NDArray predicted = trainer.evaluate(batch.getData()).head();
      float[] logits = predicted.toFloatArray();
      return meanLoss(logits);
    } finally {
      set(parameter, values);
    }
  }

  private static void set(Parameter parameter, float[] values) {
    parameter.getArray().set(values);
  }

  /** The cross entropy by its definition, in doubles. */
  private static double meanLoss(float[] logits) {
    double sum = 0;
    for (int i = 0; i < POINTS.size(); i++) {
      double all = 0;
      for (int j = 0; j < 3; j++) {
        all += Math.exp(logits[3 * i + j]);
      }
      sum += Math.log(all) - logits[3 * i + POINTS.labels()[i]];
    }
    return sum / POINTS.size();
  }
}
