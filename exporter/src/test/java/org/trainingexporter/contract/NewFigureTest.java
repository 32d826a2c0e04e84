package org.trainingexporter.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prometheus.client.CollectorRegistry;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trainingexporter.check.file.MetricNames;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.http.api.answer.ApiContext;
import org.trainingexporter.http.api.answer.WrittenJson;
import org.trainingexporter.http.api.endpoint.StatsEndpoint;
import org.trainingexporter.metrics.TrainingMetrics;
import org.trainingexporter.run.RunIdentity;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.run.RunState;
import org.trainingexporter.run.figure.Figure;
import org.trainingexporter.run.figure.FigureTable;
import org.trainingexporter.run.figure.FigureUnit;
import org.trainingexporter.run.figure.Topic;
import org.trainingexporter.run.position.RunConfig;

/** A new training metric is one row: everything that shows figures shows it. */
final class NewFigureTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

  private final FigureTable figures =
      FigureTable.ALL.with(
          Figure.gauge(
                  Topic.TRAINING,
                  "half_done",
                  "training_half_done_ratio",
                  FigureUnit.RATIO,
                  "Half of what is done.",
                  run -> run.values().get("percentage") / 200)
              .of(Signal.PROGRESS));

  private static RunSnapshot run() {
    KeyRegistry fields = new KeyRegistry(Map.of());
    RunState state = new RunState(fields, RunConfig.NONE);
    LogRecord record = new LogRecord();
    record.begin(1);
    record.add(fields.of("step"), 8);
    record.add(fields.of("loss"), 2.5);
    record.add(fields.of("percentage"), 50);
    state.apply(record);
    return state.snapshot(new RunIdentity("a", "a", "custom"), Double.NaN);
  }

  @Test
  void a_new_row_is_a_metric() {
    RunSnapshot run = run();
    CollectorRegistry registry = new CollectorRegistry();
    new TrainingMetrics(() -> List.of(run), InstantSource.fixed(NOW), 1_000, figures)
        .register(registry);
    String[] name = {"run"};
    String[] value = {"a"};
    assertEquals(0.25, registry.getSampleValue("training_half_done_ratio", name, value));
    assertEquals(2.5, registry.getSampleValue("training_loss", name, value));
  }

  @Test
  void a_new_row_is_in_the_api() throws IOException {
    RunSnapshot run = run();
    ApiContext context =
        new ApiContext(() -> List.of(run), Optional::empty, null, null, InstantSource.fixed(NOW));
    String json = WrittenJson.of(new StatsEndpoint(context, figures).of(run));
    assertTrue(json.contains("\"samples_per_second\":null,\"half_done\":0.25,"), json);
  }

  @Test
  void a_key_of_its_signal_becomes_the_new_row_in_check() {
    assertEquals("training_half_done_ratio", new MetricNames(figures).metric(Signal.PROGRESS));
    assertEquals(MetricNames.VALUE, new MetricNames(FigureTable.ALL).metric(Signal.PROGRESS));
  }

  @Test
  void a_new_row_is_a_figure_of_a_report() {
    Map<String, Double> known = figures.series(run(), 1.7e9);
    assertEquals(0.25, known.get("training_half_done_ratio"));
    assertEquals(8, known.get("training_step"));
  }
}
