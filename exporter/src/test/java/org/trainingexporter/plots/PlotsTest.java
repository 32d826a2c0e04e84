package org.trainingexporter.plots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.plots.curve.CurveSeries;
import org.trainingexporter.testing.Lines;

/** Curves as the page gets them, from real logs through the real watcher. */
final class PlotsTest {
  @AutoClose private final DrawnRun run;

  PlotsTest(@TempDir Path root) {
    run = new DrawnRun(root);
  }

  @Test
  void a_value_that_is_no_number_is_a_point_of_its_own() throws IOException {
    run.write(
        "{\"step\":1,\"loss\":2}",
        "{\"step\":2,\"loss\":NaN}",
        "{\"step\":3,\"loss\":Infinity}",
        "{\"step\":4,\"loss\":1}");

    assertEquals("1=2 2=NaN 3=Infinity 4=1", run.curve("loss"));
  }

  @Test
  void a_point_is_only_where_the_log_has_one() throws IOException {
    run.write(
        "{\"step\":1,\"loss\":2,\"grad_norm\":null}",
        "{\"step\":2,\"loss\":2,\"grad_norm\":0.5}",
        "{\"step\":3,\"loss\":2}");

    assertEquals("2=0.5", run.curve("gradient_norm"));
  }

  @Test
  void after_a_rewind_only_the_branch_that_counts_is_drawn() throws IOException {
    run.write(
        "{\"step\":100,\"loss\":5}",
        "{\"step\":110,\"loss\":4}",
        "{\"step\":120,\"loss\":3}",
        "{\"step\":105,\"loss\":2}",
        "{\"step\":115,\"loss\":1}");

    assertEquals("100=5 105=2 115=1", run.curve("loss"));
  }

  @Test
  void after_a_restart_the_former_attempt_stays_apart() throws IOException {
    run.write("{\"step\":1,\"loss\":5}", "{\"step\":50,\"loss\":4}", "{\"step\":1,\"loss\":6}");

    assertEquals("1=5 50=4 1=6", run.curve("loss"));
    CurveSeries loss = run.series("loss").get(0);
    assertEquals(List.of(0, 0, 1), IntStream.range(0, 3).mapToObj(loss::attempt).toList());
  }

  @Test
  void a_better_alias_takes_the_curve_over() throws IOException {
    run.write(
        "{\"step\":1,\"train_loss\":5}",
        "{\"step\":2,\"train_loss\":4,\"loss\":3}",
        "{\"step\":3,\"loss\":2}");

    assertEquals("2=3 3=2", run.curve("loss"));
  }

  @Test
  void a_baseline_before_the_training_is_drawn() throws IOException {
    run.logs.write("eval.jsonl", "{\"step\":0,\"eval_loss\":3,\"timestamp\":1763798399}\n");
    run.logs.write("train.jsonl", Lines.trains(1, 3));

    assertEquals("0=3", run.curve("validation_loss"));
  }

  @Test
  void a_run_without_steps_is_drawn_over_its_epochs() throws IOException {
    run.write("{\"epoch\":1,\"loss\":5}", "{\"epoch\":2,\"loss\":4}");

    assertEquals("1=5 2=4", run.curve("loss"));
  }

  @Test
  void percent_is_drawn_as_a_ratio_from_the_first_point() throws IOException {
    run.write(
        "{\"step\":1,\"loss\":5,\"accuracy\":0.5}", "{\"step\":2,\"loss\":5,\"accuracy\":50}");

    assertEquals("1=0.005 2=0.5", run.curve("accuracy"));
  }

  @Test
  void any_other_number_is_drawn_when_asked_for() throws IOException {
    run.write("{\"step\":1,\"loss\":5,\"a,b\":7}", "{\"step\":2,\"loss\":5,\"a,b\":8}");

    assertEquals("1=7 2=8", run.curve("value:a,b"));
    assertEquals("", run.curve("value:none"));
  }

  @Test
  void the_perplexity_of_a_language_model_is_that_of_the_loss_where_none_is_logged()
      throws IOException {
    String validation = "{\"step\":3,\"eval_loss\":0,\"eval_tokens\":9}\n";
    run.logs.write("train.jsonl", Lines.trains(1, 3) + validation);

    assertEquals("3=1", run.curve("validation_perplexity"));
  }

  @Test
  void a_loss_that_is_of_no_language_model_has_no_perplexity() throws IOException {
    run.logs.write("train.jsonl", Lines.trains(1, 3) + "{\"step\":3,\"eval_loss\":0}\n");

    assertEquals("", run.curve("validation_perplexity"));
    assertEquals("3=0", run.curve("validation_loss"));
  }

  @Test
  void a_part_is_drawn_finer_than_the_whole() throws IOException {
    run.logs.write("train.jsonl", Lines.trains(1, 9000));
    String name = run.name();

    CurveRequest whole = new CurveRequest(name, List.of("loss"), 100, -1, Double.POSITIVE_INFINITY);
    CurveRequest part = new CurveRequest(name, List.of("loss"), 100, 5000, 5049);

    assertTrue(run.ask(whole).get().series().get(0).size() <= 100);
    assertEquals(50, run.ask(part).get().series().get(0).size());
  }

  @Test
  void means_end_where_the_gauges_stand() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int step = 1; step <= 5003; step++) {
      text.append(Lines.train(step, 1 + step % 7));
    }
    run.logs.write("train.jsonl", text.toString());

    CurveResponse answer = run.ask(CurveRequest.ofAll(run.name())).get();

    assertEquals(run.logs.run().signals().mean(Signal.LOSS), last(answer, "loss_smoothed"));
    assertEquals(
        run.logs.run().signals().mean(Signal.STEPS_PER_SECOND),
        last(answer, "steps_per_second_smoothed"));
    assertEquals(run.logs.run().signals().newest(Signal.LOSS), last(answer, "loss"));
  }

  private static double last(CurveResponse answer, String signal) {
    CurveSeries series =
        answer.series().stream().filter(s -> s.signal().equals(signal)).findAny().orElseThrow();
    assertEquals(5003, series.x(series.size() - 1));
    return series.y(series.size() - 1);
  }

  @Test
  void a_log_that_is_replaced_is_drawn_anew() throws IOException {
    run.write("{\"step\":1,\"loss\":5}", "{\"step\":2,\"loss\":4}");
    assertEquals("1=5 2=4", run.curve("loss"));
    run.write("{\"step\":1,\"loss\":9}");

    assertEquals("1=5 2=4 1=9", run.curve("loss"));
  }

  @Test
  void of_a_run_that_there_is_not_nothing_is_told() {
    assertEquals(Optional.empty(), run.ask(CurveRequest.ofAll("none")));
  }

  @Test
  void more_runs_than_are_kept_are_all_drawn() throws IOException {
    for (int i = 0; i < 20; i++) {
      run.logs.write("r" + i + "/train.jsonl", Lines.trains(1, i + 1));
    }
    run.logs.pollLater();
    List<CompletableFuture<Optional<CurveResponse>>> answers =
        IntStream.range(0, 20).mapToObj(i -> run.plots.ask(CurveRequest.ofAll("r" + i))).toList();

    for (int i = 0; i < 20; i++) {
      assertEquals(i + 1, answers.get(i).join().orElseThrow().last());
    }
  }

  @Test
  void a_metric_file_that_is_written_late_has_its_curve() throws IOException {
    String store = "mlruns/1/0123456789abcdef0123456789abcdef/";
    run.logs.write(
        store + "meta.yaml",
        """
        run_id: 0123456789abcdef0123456789abcdef
        run_name: a
        status: 1
        lifecycle_stage: active
        """);
    run.logs.write(store + "metrics/loss", "1763800001000 5 1\n1763800002000 4 2\n");
    run.name();
    run.logs.write(store + "metrics/grad_norm", "1763800001000 0.5 1\n1763800002000 0.75 2\n");

    assertEquals("1=0.5 2=0.75", run.curve("gradient_norm"));
    assertEquals("1=5 2=4", run.curve("loss"));
  }
}
