package org.trainingexporter.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.Main;
import org.trainingexporter.testing.RealServer;

/** Servers as they are installed take what is written, sample for sample. */
final class ReceiversTest {
  private static final String RUN = "run";
  private static final String TRAINED = "training_records_total{run=\"run\",kind=\"train\",";
  private static final String OF_A = "instance=\"a:9409\"}";

  private static final String NOTHING = "1 runs, 0 samples";

  @TempDir private Path directory;
  private final KeptSamples kept = new KeptSamples();
  private final Story story = new Story().trains(1, 400, 18.3).eval(400, 1.5);
  private String said = "";

  /** The run, long before now, and what its history is. */
  private Path runs() throws Exception {
    WrittenRun run = new WrittenRun(directory.resolve("runs"), Duration.ofSeconds(15));
    run.at(story.end() + 90_000).log("run/log.jsonl", story).to(kept);
    assertTrue(kept.written > 50_000, () -> kept.written + " samples");
    return directory.resolve("runs");
  }

  private int backfill(String... flags) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    String[] arguments = new String[flags.length + 3];
    arguments[0] = "backfill";
    arguments[1] = directory.resolve("runs").toString();
    arguments[2] = "--history.labels=instance=a:9409";
    System.arraycopy(flags, 0, arguments, 3, flags.length);
    int code = Main.run(arguments, Map.of(), print, print);
    said = out.toString(StandardCharsets.UTF_8);
    return code;
  }

  private void assertTakesAll(RealServer server, String flush, double precision) throws Exception {
    runs();
    assertEquals(0, backfill("--url=" + server.url()), () -> said);
    server.get(flush);

    double from = Story.time(0);
    double to = Story.time(story.end() + 90_000);
    for (Map.Entry<String, SortedMap<Long, Double>> one : kept.series.entrySet()) {
      SortedMap<Long, Double> mine = one.getValue();
      mine.values().removeIf(it -> it.isNaN());
      SortedMap<Long, Double> theirs =
          server.samples(selector(one.getKey()), from, to, mine.size());
      assertEquals(mine.keySet(), theirs.keySet(), one.getKey());
      mine.forEach(
          (at, value) ->
              assertEquals(value, theirs.get(at), precision * Math.abs(value), one.getKey()));
    }
    String first = said;
    assertTrue(first.matches("1 runs, [\\d,]+ samples written in [\\d.]+ s\n"), first);

    // VictoriaMetrics may say for a moment that a new series is not there yet.
    for (int tries = 0; tries == 0 || (tries < 3 && !said.startsWith(NOTHING)); tries++) {
      assertEquals(0, backfill("--url=" + server.url()), () -> said);
    }
    assertTrue(said.startsWith(NOTHING), said);
  }

  /** {@code {__name__=a, b=c}} as {@code {__name__="a",b="c"}}. */
  private static String selector(String name) {
    return Arrays.stream(name.substring(1, name.length() - 1).split(", "))
        .map(it -> it.replaceFirst("=", "=\"") + "\"")
        .collect(Collectors.joining(",", "{", "}"));
  }

  @Test
  void prometheus_takes_all() throws Exception {
    try (RealServer server = RealServer.prometheus(directory, 0)) {
      server.await("vector(1)");
      assertTakesAll(server, "/-/healthy", 0);
      assertEquals(0, backfill("--url=" + server.url(), "--history.labels=instance=b:9409"));
      double to = Story.time(story.end() + 90_000);
      SortedMap<Long, Double> first = server.samples(TRAINED + OF_A, Story.time(0), to);
      String second = TRAINED + OF_A.replace("a:", "b:");
      assertEquals(
          first,
          server.samples(second, Story.time(0), to, first.size()),
          "another exporter has its own series");
    }
  }

  @Test
  void what_is_too_old_for_prometheus_is_left_out_alone() throws Exception {
    runs();
    double oldest = Story.time(5_000);
    try (RealServer server = RealServer.prometheus(directory, 0)) {
      server.await("vector(1)");
      OwnSamples newer = new OwnSamples(server.url(), "newer");
      newer.add(Math.round(oldest * 1e3) + Duration.ofDays(30).toMillis(), Map.of("up", 1.0));
      newer.send();

      assertEquals(1, backfill("--url=" + server.url()), () -> said);
      assertTrue(said.contains(" too_old"), said);
      SortedMap<Long, Double> mine = kept.trainedBy(RUN).tailMap(Math.round(oldest * 1e3));
      mine.values().removeIf(it -> it.isNaN());
      double to = Story.time(story.end() + 90_000);
      assertEquals(mine, server.samples(TRAINED + OF_A, Story.time(0), to, mine.size()));
    }
  }

  @Test
  void victoria_metrics_takes_all() throws Exception {
    try (RealServer server = RealServer.victoriaMetrics(directory)) {
      server.await("vector(1)");
      assertTakesAll(server, "/internal/force_flush", 1e-12); // it keeps 13 digits
    }
  }

  @Test
  void promtool_makes_blocks_of_the_file() throws Exception {
    runs();
    Path file = directory.resolve("past.om");
    assertEquals(0, backfill("--openmetrics=" + file), () -> said);

    Path data = directory.resolve("data");
    Process promtool =
        new ProcessBuilder(
                "promtool",
                "tsdb",
                "create-blocks-from",
                "openmetrics",
                file.toString(),
                data.toString())
            .redirectErrorStream(true)
            .start();
    String told = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, promtool.waitFor(), told);
    try (RealServer server = RealServer.prometheus(directory, 0)) {
      server.await("vector(1)");
      double to = Story.time(story.end() + 90_000);
      SortedMap<Long, Double> mine = kept.trainedBy(RUN);
      mine.values().removeIf(it -> it.isNaN());
      assertTrue(mine.equals(server.samples(TRAINED + OF_A, Story.time(0), to)));
    }
  }

  @Test
  void where_to_write_is_said_once() throws IOException {
    Files.createDirectories(directory.resolve("runs"));
    assertEquals(2, backfill());
    assertTrue(said.contains("expected one of --url and --openmetrics"), said);
    assertEquals(1, backfill("--url=http://127.0.0.1:1/api/v1/write"));
    assertTrue(said.startsWith("No runs in ["), said);
  }
}
