package org.trainingexporter.trainer.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.loss.Loss;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.trainer.network.ActivationKind;
import org.trainingexporter.trainer.network.MonitoredMlp;

final class TrainingMonitorTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.5Z");

  @TempDir Path run;

  @Test
  void any_djl_program_is_monitored_by_one_line() throws Exception {
    List<BatchRecord> told = new ArrayList<>();
    List<BatchRecord> history = train(plain(), told);
    assertEquals(8, history.size());
    assertEquals(told, history);
    JsonNode last = lines("training_log.jsonl").get(1 + 7);
    assertEquals(8, last.path("step").asInt());
    assertEquals(2, last.path("epoch").asInt());
    assertTrue(last.path("grad_norm").asDouble() > 0);
    JsonNode evaluation = lines("eval_log.jsonl").get(1);
    assertTrue(evaluation.path("eval_loss").asDouble() > 0);
    JsonNode layer = lines("layers.jsonl").get(1).path("layers").path("01Linear");
    assertEquals(50, layer.path("weight").path("histogram").path("counts").size());
    assertTrue(layer.path("gradient").path("norm").asDouble() > 0);
  }

  @Test
  void the_history_holds_nothing_of_an_earlier_training_in_the_same_log() throws Exception {
    train(plain(), new ArrayList<>());
    List<BatchRecord> told = new ArrayList<>();
    List<BatchRecord> history = train(plain(), told);
    assertEquals(2 * (1 + 8), lines("training_log.jsonl").size());
    assertEquals(told, history);
  }

  @Test
  void a_monitored_block_tells_its_activations_and_its_shape() throws Exception {
    train(new MonitoredMlp(List.of(5), ActivationKind.RELU, 0, 3), new ArrayList<>());
    List<JsonNode> lines = lines("layers.jsonl");
    assertEquals(1 + 3, lines.size(), "the model, and steps 1, 4 and 8");
    JsonNode fc1 = lines.get(0).path("model").path("layers").get(1);
    String expected =
        "{\"name\":\"fc1\",\"kind\":\"Linear\",\"parameters\":15,\"shape\":[5],\"inputs\":[\"flatten\"]}";
    assertEquals(expected, fc1.toString());
    JsonNode relu = lines.get(1).path("layers").path("relu1").path("activation");
    assertEquals(0, relu.path("min").asDouble());
    int count = 0;
    for (JsonNode bin : relu.path("histogram").path("counts")) {
      count += bin.asInt();
    }
    assertEquals(10 * 5, count);
  }

  @Test
  void statistics_are_those_of_the_numbers() {
    TensorStatistics statistics = TensorStatistics.of(new float[] {-3, 0, 1, 6});
    assertEquals(1, statistics.mean());
    assertEquals(Math.sqrt(10.5), statistics.stddev(), 1e-12);
    assertEquals(Math.sqrt(46), statistics.norm(), 1e-12);
    assertEquals(0.25, statistics.nearZero());
    assertEquals(1, statistics.counts()[0]);
    assertEquals(1, statistics.counts()[49]);
  }

  @Test
  void a_value_that_is_no_number_makes_the_ends_none() {
    TensorStatistics statistics =
        TensorStatistics.of(new float[] {1, Float.NaN, Float.POSITIVE_INFINITY, -2});
    assertEquals(Double.NaN, statistics.min());
    assertEquals(Double.NaN, statistics.max());
    assertEquals(0, statistics.counts().length);
    assertEquals(-2, TensorStatistics.of(new float[] {-2, Float.POSITIVE_INFINITY}).min());
  }

  @Test
  void a_unit_or_a_filter_that_was_zero_throughout_is_dead() {
    assertEquals(0.5, LayerLog.zeroUnits(new float[] {0, 1, 0, 2}, new Shape(2, 2)));
    float[] pictures = {0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    assertEquals(2 / 3.0, LayerLog.zeroUnits(pictures, new Shape(2, 3, 2, 1)), 1e-12);
  }

  private static SequentialBlock plain() {
    return new SequentialBlock()
        .add(Linear.builder().setUnits(4).build())
        .add(Linear.builder().setUnits(3).build());
  }

  /** Two epochs of four batches of ten, and an evaluation after each. */
  private List<BatchRecord> train(ai.djl.nn.Block block, List<BatchRecord> told) throws Exception {
    try (TrainingMonitor monitor = new TrainingMonitor(run, 4, () -> NOW, 3);
        Model model = Model.newInstance("mine");
        NDManager manager = NDManager.newBaseManager()) {
      Engine.getInstance().setRandomSeed(1);
      model.setBlock(block);
      DefaultTrainingConfig config =
          new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
              .addTrainingListeners(monitor.withPlan(8, 2).onBatch(told::add));
      ArrayDataset data =
          new ArrayDataset.Builder()
              .setData(manager.arange(80f).reshape(40, 2).div(80))
              .optLabels(
                  manager.arange(40).mod(3).toType(ai.djl.ndarray.types.DataType.INT64, false))
              .setSampling(10, false)
              .build();
      try (Trainer trainer = model.newTrainer(config)) {
        trainer.initialize(new Shape(10, 2));
        EasyTrain.fit(trainer, 2, data, data);
      }
      return monitor.history();
    }
  }

  private List<JsonNode> lines(String file) throws Exception {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(run.resolve(file))) {
      lines.add(JsonMapper.builder().build().readTree(line));
    }
    return lines;
  }
}
