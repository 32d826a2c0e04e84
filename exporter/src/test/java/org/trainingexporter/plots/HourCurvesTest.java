package org.trainingexporter.plots;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.plots.curve.CurveSeries;
import org.trainingexporter.run.goodput.TimeKind;

/** Curves of where the hours went, from logs. */
final class HourCurvesTest {
  private static final double START = 1_763_798_400;

  @AutoClose private final DrawnRun run;

  HourCurvesTest(@TempDir Path root) {
    run = new DrawnRun(root);
  }

  private static String record(int step, double seconds) {
    return "{\"step\":%d,\"loss\":2,\"timestamp\":%.1f}\n".formatted(step, START + seconds);
  }

  /** Records of ten seconds each. */
  private static String steps(int from, int to, double start) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(step -> record(step, start + 10 * (step - from)))
        .collect(joining());
  }

  private static String validation(int step, double seconds) {
    return "{\"step\":%d,\"eval_loss\":2,\"timestamp\":%.1f}\n".formatted(step, START + seconds);
  }

  @Test
  void productive_time_has_a_point_at_each_record_and_others_where_they_rise() throws IOException {
    String log = steps(1, 5, 0) + validation(5, 100) + steps(6, 9, 110);
    run.logs.write("train.jsonl", log);

    assertEquals("1=0 2=10 3=20 4=30 5=40 6=50 7=60 8=70 9=80", run.curve("productive_seconds"));
    assertEquals("1=0 5=0 6=60 9=60", run.curve("evaluation_seconds"));
    assertEquals("1=0 9=0", run.curve("paused_seconds"));
  }

  @Test
  void a_gap_that_waits_is_drawn_when_the_run_ends() throws IOException {
    run.logs.write("train.jsonl", steps(1, 5, 0) + validation(5, 100) + record(6, 110));
    assertEquals("1=0 2=10 3=20 4=30 5=40", run.curve("productive_seconds"));

    String end = "{\"train_runtime\":111,\"train_loss\":2,\"timestamp\":%.1f}\n";
    run.logs.append("train.jsonl", end.formatted(START + 111));
    assertEquals("1=0 2=10 3=20 4=30 5=40 6=50", run.curve("productive_seconds"));
    assertEquals("1=0 5=0 6=60", run.curve("evaluation_seconds"));
  }

  @Test
  void curves_end_where_the_counters_stand() throws IOException {
    run.logs.write("train.jsonl", steps(1, 5000, 0) + steps(4001, 4703, 60_000));

    for (TimeKind kind : TimeKind.values()) {
      CurveSeries curve = run.series(kind.label + "_seconds").get(0);
      double seconds = run.logs.run().goodput().seconds(kind);
      assertEquals(4703, curve.x(curve.size() - 1), kind.label);
      assertEquals(seconds, curve.y(curve.size() - 1), kind.label);
    }
    assertTrue(run.logs.run().goodput().seconds(TimeKind.REPLAYED) > 7000);
  }

  @Test
  void after_a_rewind_all_go_on_from_the_position_that_it_went_to() throws IOException {
    run.logs.write("train.jsonl", steps(1, 9, 0) + steps(7, 8, 90));

    assertEquals("1=0 2=10 3=20 4=30 5=40 6=50 7=60 7=80 8=80", run.curve("productive_seconds"));
    assertEquals("1=0 7=0 7=10 8=20", run.curve("replayed_seconds"));
  }

  @Test
  void after_a_restart_the_hours_before_it_still_count() throws IOException {
    run.logs.write("train.jsonl", steps(1, 4, 0) + steps(1, 2, 5000));

    assertEquals("1=0 2=10 3=20 4=30 1=30 2=40", run.curve("productive_seconds"));
  }

  @Test
  void a_part_has_the_hours_of_all_that_came_before() throws IOException {
    run.logs.write("train.jsonl", steps(1, 9, 0));

    CurveRequest part = new CurveRequest(run.name(), List.of("productive_seconds"), 100, 5, 6);
    assertEquals("5=40 6=50", DrawnRun.text(run.ask(part).orElseThrow().series()));
  }

  @Test
  void a_run_without_times_has_no_such_curves() throws IOException {
    run.logs.write("train.csv", "step,loss\n1,2\n2,1.9\n3,1.8\n");
    assertEquals("", run.curve("productive_seconds"));
  }

  @Test
  void before_any_time_has_passed_there_is_no_such_curve() throws IOException {
    run.logs.write("train.jsonl", record(1, 0));
    assertEquals("", run.curve("productive_seconds"));
    run.logs.append("train.jsonl", record(2, 10));
    assertEquals("1=0 2=10", run.curve("productive_seconds"));
  }
}
