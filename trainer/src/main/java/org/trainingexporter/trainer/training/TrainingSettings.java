package org.trainingexporter.trainer.training;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.trainingexporter.trainer.data.Examples;
import org.trainingexporter.trainer.data.Spiral;
import org.trainingexporter.trainer.network.ActivationKind;

/**
 * All that one chooses for a training.
 *
 * @param labelNoise the share of examples whose class is drawn at random
 * @param hidden units of the MLP's hidden layers; the CNN has its own
 * @param clip the total norm that gradients are cut to, 0 for no cut
 * @param collectEvery batches from one layer record to the next
 */
public record TrainingSettings(
    Data dataset,
    double labelNoise,
    Network model,
    List<Integer> hidden,
    ActivationKind activation,
    double dropout,
    OptimizerKind optimizer,
    double momentum,
    LearningRateSchedule scheduler,
    double learningRate,
    int batchSize,
    int epochs,
    double clip,
    int seed,
    int collectEvery) {

  /** What is learnt from. */
  public enum Data {
    SPIRAL(Spiral.POINTS),
    DIGITS(10_000);

    /** How many examples there are, those for validation among them. */
    final int examples;

    Data(int examples) {
      this.examples = examples;
    }
  }

  /** What learns. */
  public enum Network {
    MLP,
    CNN
  }

  private static final List<String> KEYS =
      List.of(
          "dataset",
          "label_noise",
          "model",
          "hidden",
          "activation",
          "dropout",
          "optimizer",
          "momentum",
          "scheduler",
          "learning_rate",
          "batch_size",
          "epochs",
          "clip",
          "seed",
          "collect_every");

  /** With gradients and Adam's two moments, 80 MB. */
  private static final int MOST_WEIGHTS = 5_000_000;

  /** Of the hidden layers' units for all examples of a batch: 80 MB, a few times over. */
  private static final int MOST_OUTPUTS = 20_000_000;

  private static final int MOST_STEPS = 10_000_000;

  /** Reads and checks; the defaults learn the spiral, or the digits with a CNN. */
  public static TrainingSettings read(JsonNode json) throws SettingsException {
    Choices choices = new Choices(json, KEYS);
    Data data = choices.oneOf("dataset", Data.SPIRAL);
    boolean spiral = data == Data.SPIRAL;
    Network model = choices.oneOf("model", spiral ? Network.MLP : Network.CNN);
    if (spiral && model == Network.CNN) {
      throw new SettingsException("model", "\"cnn\"", "for points: the spiral takes mlp");
    }
    List<Integer> hidden = choices.wholes("hidden", List.of(64, 64), 200, 4096);
    if (weights(spiral ? 2 : 28 * 28, hidden) > MOST_WEIGHTS) {
      throw new SettingsException(
          "hidden", hidden, "a network of at most " + MOST_WEIGHTS + " weights");
    }
    TrainingSettings settings =
        new TrainingSettings(
            data,
            choices.number("label_noise", 0, 0, 1),
            model,
            hidden,
            choices.oneOf("activation", ActivationKind.RELU),
            choices.number("dropout", 0, 0, 0.95),
            choices.oneOf("optimizer", OptimizerKind.ADAM),
            choices.number("momentum", 0.9, 0, 0.999),
            choices.oneOf("scheduler", LearningRateSchedule.NONE),
            choices.number("learning_rate", spiral ? 0.01 : 0.001, 1e-9, 1e6),
            choices.whole("batch_size", spiral ? 32 : 64, 1, 4096),
            choices.whole("epochs", spiral ? 100 : 6, 1, 100_000),
            choices.number("clip", 1, 0, 1e9),
            choices.whole("seed", 1, 0, Integer.MAX_VALUE),
            choices.whole("collect_every", 10, 1, 1_000_000));
    settings.weigh();
    return settings;
  }

  /** Each choice may be within its bounds and all together fill the machine. */
  private void weigh() throws SettingsException {
    if (batchSize > atOnce()) {
      String expected = "at most " + atOnce() + " for " + units() + " units in hidden layers";
      throw new SettingsException("batch_size", batchSize, expected);
    }
    if (steps() > MOST_STEPS) {
      long most = MOST_STEPS / batches();
      String expected = "at most " + most + " where each has " + batches() + " steps";
      throw new SettingsException("epochs", epochs, expected);
    }
  }

  /** How many examples may go through the network together. */
  int atOnce() {
    return MOST_OUTPUTS / Math.max(1, units());
  }

  private int units() {
    return model == Network.CNN ? 0 : hidden.stream().mapToInt(Integer::intValue).sum();
  }

  /** Steps of the whole training. */
  long steps() {
    return (long) batches() * epochs;
  }

  private int batches() {
    return (Examples.forTraining(dataset.examples) + batchSize - 1) / batchSize;
  }

  private static long weights(int inputs, List<Integer> hidden) {
    long all = 0;
    for (int units : hidden) {
      all += (long) inputs * units;
      inputs = units;
    }
    return all;
  }
}
