package org.trainingexporter.trainer.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.trainingexporter.trainer.data.Examples;
import org.trainingexporter.trainer.data.Spiral;
import org.trainingexporter.trainer.network.ActivationKind;

/**
 * The settings of a training, checked. Immutable.
 *
 * @param labelNoise share of examples that get a random label, 0 to 1
 * @param hidden units of each hidden layer of the MLP; the CNN has its own
 * @param dropout share of units that are dropped in training, 0 to 0.95
 * @param clip gradients are scaled down to this global norm; 0 for no clipping
 * @param collectEvery a layer record is written every so many batches
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

  /** The data set. */
  public enum Data {
    SPIRAL(Spiral.POINTS),
    DIGITS(10_000);

    private final int examples;

    Data(int examples) {
      this.examples = examples;
    }

    /** The number of examples, those for validation included. */
    public int examples() {
      return examples;
    }
  }

  /** The kind of network. */
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

  /** With gradients and the two moments of Adam they take 80 MB. */
  private static final int MOST_WEIGHTS = 5_000_000;

  /** Activations of hidden layers for a whole batch; they take a few times 80 MB. */
  private static final int MOST_OUTPUTS = 20_000_000;

  private static final int MOST_STEPS = 10_000_000;

  /**
   * Reads settings. The defaults train an MLP on the spiral, or a CNN on the digits.
   *
   * @throws SettingsException if a key is unknown or a value is out of bounds
   */
  public static TrainingSettings read(JsonNode json) throws SettingsException {
    SettingsJson values = new SettingsJson(json, KEYS);
    Data data = values.constant("dataset", Data.SPIRAL);
    boolean spiral = data == Data.SPIRAL;
    Network model = values.constant("model", spiral ? Network.MLP : Network.CNN);
    if (spiral && model == Network.CNN) {
      throw new SettingsException("model", "\"cnn\"", "for points: the spiral takes mlp");
    }
    List<Integer> hidden = values.wholes("hidden", List.of(64, 64), 200, 4096);
    if (weights(spiral ? 2 : 28 * 28, hidden) > MOST_WEIGHTS) {
      throw new SettingsException(
          "hidden", hidden, "a network of at most " + MOST_WEIGHTS + " weights");
    }
    TrainingSettings settings =
        new TrainingSettings(
            data,
            values.number("label_noise", 0, 0, 1),
            model,
            hidden,
            values.constant("activation", ActivationKind.RELU),
            values.number("dropout", 0, 0, 0.95),
            values.constant("optimizer", OptimizerKind.ADAM),
            values.number("momentum", 0.9, 0, 0.999),
            values.constant("scheduler", LearningRateSchedule.NONE),
            values.number("learning_rate", spiral ? 0.01 : 0.001, 1e-9, 1e6),
            values.whole("batch_size", spiral ? 32 : 64, 1, 4096),
            values.whole("epochs", spiral ? 100 : 6, 1, 100_000),
            values.number("clip", 1, 0, 1e9),
            values.whole("seed", 1, 0, Integer.MAX_VALUE),
            values.whole("collect_every", 10, 1, 1_000_000));
    settings.requireSize();
    return settings;
  }

  /** Settings can be within their own bounds and together still exhaust the machine. */
  private void requireSize() throws SettingsException {
    if (batchSize > examplesAtOnce()) {
      String expected =
          "at most " + examplesAtOnce() + " for " + units() + " units in hidden layers";
      throw new SettingsException("batch_size", batchSize, expected);
    }
    if (steps() > MOST_STEPS) {
      long most = MOST_STEPS / batches();
      String expected = "at most " + most + " where each has " + batches() + " steps";
      throw new SettingsException("epochs", epochs, expected);
    }
  }

  /** The number of examples that may go through the network together. */
  public int examplesAtOnce() {
    return MOST_OUTPUTS / Math.max(1, units());
  }

  private int units() {
    return model == Network.CNN ? 0 : hidden.stream().mapToInt(Integer::intValue).sum();
  }

  /** The steps of the whole training. */
  public long steps() {
    return (long) batches() * epochs;
  }

  private int batches() {
    return (Examples.forTraining(dataset.examples()) + batchSize - 1) / batchSize;
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
