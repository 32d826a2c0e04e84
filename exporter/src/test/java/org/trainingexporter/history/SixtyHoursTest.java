package org.trainingexporter.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.Exporter;
import org.trainingexporter.Main;
import org.trainingexporter.config.Settings;
import org.trainingexporter.config.run.CostRule;
import org.trainingexporter.config.run.RunRule;
import org.trainingexporter.testing.FreePorts;
import org.trainingexporter.testing.RealServer;

/** A run of 60 hours that no scrape saw begin, in a real Prometheus. */
final class SixtyHoursTest {
  private static final String TRAINED = "training_records_total{run=\"run\",kind=\"train\"}";
  private static final int CADENCE = 15;

  /** Enough where what is written is only counted. */
  private static final int SELDOM = 30;

  @TempDir private Path directory;

  private static double now() {
    return Instant.now().toEpochMilli() / 1e3;
  }

  @Test
  void nobody_can_tell_where_the_scrape_begins() throws Exception {
    double began = now();
    SixtyHours log = new SixtyHours(directory.resolve("runs/run"), began);
    AtomicLong ahead = new AtomicLong();
    int port = FreePorts.next();
    double scraped;
    double to;
    try (RealServer server = RealServer.prometheus(directory, port)) {
      server.await("vector(1)");
      Map<String, String> flags =
          Map.of(
              "web.listen-address",
              ":" + port,
              "history.url",
              server.url().toString(),
              "gpu",
              "off",
              "cost.currency",
              SixtyHours.CURRENCY);
      Settings settings =
          Settings.read(List.of(), flags, Map.of()).watching(directory.resolve("runs"), rule());
      Exporter exporter =
          new Exporter(settings, () -> Instant.now().plusSeconds(ahead.get()), () -> {});
      try (exporter) {
        server.await(TRAINED + " == " + SixtyHours.RECORDS);
        server.await("last_over_time(%s[1m] @ %.0f)".formatted(TRAINED, began - 140));
        scraped = firstScrape(server, began);
        for (int i = 0; i < 5; i++) {
          log.append(now());
          server.await(TRAINED + " == " + (SixtyHours.RECORDS + i + 1));
        }
        // Later than that a scrape may have failed, which ends what the exporter told.
        to = server.samples(TRAINED, began, now()).lastKey() / 1e3;
        // What belongs to the scrape has grown older: the time before its first is filled now. From
        // here on nothing is compared, since to the exporter the run is silent for two minutes.
        ahead.set(120);
        server.await("last_over_time(%s[15s] @ %.3f)".formatted(TRAINED, scraped - CADENCE));
      }
      assertOneLine(server.samples(TRAINED, log.start, to), log);
      assertEquals(0, server.value("resets(%s[62h])".formatted(TRAINED)));
      assertRate(server, scraped, log);
      assertDashboards(server, log, scraped, to);
    }
  }

  private static RunRule rule() {
    CostRule cost =
        new CostRule(
            Optional.of(SixtyHours.PRICE),
            CostRule.DEFAULT_CURRENCY,
            Optional.of((long) SixtyHours.CARDS),
            Optional.empty(),
            Optional.empty());
    return new RunRule(
        RunRule.empty().match(),
        Optional.empty(),
        Optional.of((long) SixtyHours.WARMUP),
        Optional.of(SixtyHours.MAX_RATE),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        List.of(),
        cost);
  }

  /** Ticks of history stand at whole quarters of a minute, scrapes at any time. */
  private static double firstScrape(RealServer server, double began)
      throws IOException, InterruptedException {
    return server.samples(TRAINED, began - 200, now()).keySet().stream()
            .filter(at -> at % (CADENCE * 1_000) != 0)
            .findFirst()
            .orElseThrow()
        / 1e3;
  }

  /** Over the seam the counter rises as fast as the log says. */
  private static void assertRate(RealServer server, double scraped, SixtyHours log)
      throws IOException, InterruptedException {
    String rate = "rate(%s[5m])".formatted(TRAINED);
    for (double at = scraped - 600; at <= scraped + 1; at += 60) {
      double measured = server.query(rate, at).at("/data/result/0/value/1").asDouble();
      assertEquals(1 / SixtyHours.APART, measured, 0.012, "rate at " + (at - scraped));
    }
    assertTrue(log.start < scraped);
  }

  private static void assertOneLine(SortedMap<Long, Double> samples, SixtyHours log) {
    assertTrue(samples.firstKey() / 1e3 - log.start < SixtyHours.APART + CADENCE);
    double before = 0;
    long at = samples.firstKey();
    for (Map.Entry<Long, Double> sample : samples.entrySet()) {
      assertTrue(sample.getValue() >= before, "falls at " + sample.getKey());
      assertTrue(sample.getKey() - at <= 60_000, "a hole before " + sample.getKey());
      before = sample.getValue();
      at = sample.getKey();
    }
    assertEquals(SixtyHours.RECORDS + 5, before);
  }

  /** Each query says over the whole range what the log says, by another reading of it. */
  private void assertDashboards(RealServer server, SixtyHours log, double scraped, double to)
      throws Exception {
    Path place = Files.createDirectory(directory.resolve("own"));
    try (RealServer own = RealServer.prometheus(place, 0)) {
      own.await("vector(1)");
      OwnReading reading = new OwnReading(log.directory);
      OwnSamples samples = new OwnSamples(own.url(), "run");
      for (double time = grid(log.start); time <= scraped - CADENCE; time += CADENCE) {
        samples.add(Math.round(time * 1e3), reading.at(time));
      }
      for (double time = scraped; time < to - 0.5; time++) {
        samples.add(Math.round(time * 1e3), reading.at(time));
      }
      samples.add(Math.round(to * 1e3), reading.at(to));
      samples.send();
      RunDashboards dashboards = new RunDashboards(samples.names());
      assertEquals(List.of(), dashboards.unknown());
      SameAnswers answers = new SameAnswers(server, own, scraped);
      assertEquals(List.of(), dashboards.differences(answers, grid(log.start), to));
    }
  }

  private static double grid(double time) {
    return Math.ceil(time / CADENCE) * CADENCE;
  }

  @Test
  void whoever_is_killed_in_the_middle_the_run_is_whole_in_the_end() throws Exception {
    double began = now();
    SixtyHours log = new SixtyHours(directory.resolve("runs/run"), began - 1_000);
    double end = began - 130;
    try (RealServer server = RealServer.prometheus(directory, 0)) {
      server.await("vector(1)");
      for (double share : List.of(0.05, 0.15)) {
        Process exporter = child(server);
        server.await(written(log.start + share * (end - log.start)));
        exporter.destroyForcibly();
        assertEquals(137, exporter.waitFor(), "it was still at work");
      }
      CompletableFuture<String> whole = CompletableFuture.supplyAsync(() -> backfill(server));
      for (double share : List.of(0.5, 0.75)) {
        server.await(written(log.start + share * (end - log.start)));
        server.kill();
        server.start();
      }
      String said = whole.join();
      assertTrue(said.contains("1 runs, "), said);

      SortedMap<Long, Double> samples = server.samples(TRAINED, log.start, began);
      long first = samples.firstKey();
      long last = samples.lastKey();
      assertEquals((last - first) / (SELDOM * 1_000) + 1, samples.size(), "each tick once");
      assertTrue(last / 1e3 > end - 2 * SELDOM, "up to now");
      assertEquals(0, server.value("resets(%s[62h])".formatted(TRAINED)));
      assertEquals((double) SixtyHours.RECORDS, samples.get(last));
    }
  }

  private static String written(double time) {
    return "last_over_time(%s[1m] @ %.0f)".formatted(TRAINED, time);
  }

  private String[] arguments(RealServer server) {
    return new String[] {
      "backfill",
      directory.resolve("runs").toString(),
      "--url=" + server.url(),
      "--history.interval=" + SELDOM + "s"
    };
  }

  private Process child(RealServer server) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(List.of("-Xmx32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments(server)));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("exporter.log").toFile())
        .start();
  }

  private String backfill(RealServer server) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    Main.run(arguments(server), Map.of(), print, print);
    return out.toString(StandardCharsets.UTF_8);
  }
}
