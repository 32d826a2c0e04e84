package org.trainingexporter.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.Exporter;
import org.trainingexporter.Main;
import org.trainingexporter.config.Settings;

/** A run of 60 hours that no scrape saw begin, in a real Prometheus. */
final class SixtyHoursTest {
  private static final String TRAINED = "training_records_total{run=\"run\",kind=\"train\"}";
  private static final int CADENCE = 15;

  @TempDir private Path directory;

  private static double now() {
    return Instant.now().toEpochMilli() / 1e3;
  }

  @Test
  void nobodyCanTellWhereTheScrapeBegins() throws Exception {
    double began = now();
    SixtyHours log = new SixtyHours(directory.resolve("runs/run"), began);
    AtomicLong ahead = new AtomicLong();
    int port = RealServer.freePort();
    double scraped;
    try (RealServer server = RealServer.prometheus(directory, port)) {
      server.await("vector(1)");
      Settings settings =
          Settings.read(
              List.of(directory.resolve("runs")),
              Map.of(
                  "web.listen-address",
                  ":" + port,
                  "history.url",
                  server.url().toString(),
                  "gpu",
                  "off"),
              Map.of());
      Exporter exporter =
          new Exporter(settings, () -> Instant.now().plusSeconds(ahead.get()), () -> {});
      try (exporter) {
        server.await(TRAINED + " == " + SixtyHours.STEPS);
        server.await("last_over_time(%s[1m] @ %.0f)".formatted(TRAINED, began - 140));
        scraped = firstScrape(server, began);
        for (int i = 0; i < 5; i++) {
          log.append(now());
          server.await(TRAINED + " == " + (SixtyHours.STEPS + i + 1));
        }
        // What belongs to the scrape has grown older: the time before its first is filled now.
        ahead.set(105);
        server.await("last_over_time(%s[20s] @ %.3f)".formatted(TRAINED, scraped - 20));
      }
      double to = now();
      assertOneLine(server.samples(TRAINED, log.start, to), log);
      assertEquals(0, server.value("resets(%s[62h])".formatted(TRAINED)));
      assertRate(server, scraped, log);
      assertTells(server, log, "training_loss", "training_log", "loss", to);
      assertTells(server, log, "training_step", "training_log", "step", to);
      assertTells(server, log, "training_learning_rate", "training_log", "learning_rate", to);
      assertTells(server, log, "training_gradient_norm", "training_log", "grad_norm", to);
      assertTells(server, log, "training_eta_seconds", "training_log", "eta_seconds", to);
      assertTells(server, log, "training_validation_loss", "eval_log", "eval_loss", to);
      assertTells(server, log, "training_best_validation_loss", "eval_log", "eval_loss", to);
      assertDashboard(server, log, scraped + 2);
    }
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
    assertEquals(SixtyHours.STEPS + 5, before);
  }

  /** Each sample is what the log told at its time, or less than a cadence before. */
  private static void assertTells(
      RealServer server, SixtyHours log, String metric, String file, String key, double to)
      throws IOException, InterruptedException {
    List<SixtyHours.Told> told = log.told(file, key);
    SortedMap<Long, Double> samples = server.samples(metric + "{run=\"run\"}", log.start, to);
    assertTrue(samples.size() > 60 * 60, () -> metric + ": " + samples.size() + " samples");
    int next = 0;
    double newest = Double.NaN;
    double before = Double.NaN;
    for (Map.Entry<Long, Double> sample : samples.entrySet()) {
      double time = sample.getKey() / 1e3;
      double late = newest;
      while (next < told.size() && told.get(next).time() <= time) {
        late = told.get(next).time() > time - CADENCE ? newest : told.get(next).value();
        newest = told.get(next++).value();
      }
      boolean holds =
          sample.getValue() == newest || sample.getValue() == late || sample.getValue() == before;
      assertTrue(holds, metric + " at " + time + ": " + sample.getValue() + ", not " + newest);
      assertTrue(
          next == 0
              || sample.getValue() != before
              || sample.getValue() == newest
              || time - told.get(next - 1).time() < CADENCE,
          metric + " is late at " + time);
      before = sample.getValue();
    }
  }

  /** Every query that has an answer while it is scraped has one in the middle of history. */
  private static void assertDashboard(RealServer server, SixtyHours log, double live)
      throws IOException, InterruptedException {
    UnaryOperator<String> filled =
        it ->
            it.replace("$__range", "60h")
                .replace("$__rate_interval", "1m")
                .replace("$__interval", "15s")
                .replace("$smooth", "5m")
                .replace("$run", "run")
                .replace("$layer", "0")
                .replaceAll("\\$(host|gpu)", ".+");
    List<String> lacking = new ArrayList<>();
    int answered = 0;
    for (String query : queries()) {
      String expression = filled.apply(query);
      JsonNode now = server.query(expression, live);
      assertEquals("success", now.path("status").asText(), () -> query + ": " + now.path("error"));
      JsonNode then = server.query(expression, log.start + 30 * 3600);
      // What looks back over the whole range has nothing yet in the middle of it.
      if (now.at("/data/result").size() > 0) {
        answered++;
        if (then.at("/data/result").isEmpty()) {
          lacking.add(query);
        }
      }
    }
    assertTrue(answered > 20, answered + " queries have an answer");
    assertEquals(List.of(), lacking);
  }

  private static List<String> queries() throws IOException {
    JsonNode dashboard =
        new ObjectMapper().readTree(Path.of("../grafana/dashboards/run.json").toFile());
    return dashboard.findValuesAsText("expr").stream()
        .filter(it -> it.contains("training_") && !it.contains("up{") && !it.contains("filesystem"))
        .distinct()
        .toList();
  }

  @Test
  void whoeverIsKilledInTheMiddleTheRunIsWholeInTheEnd() throws Exception {
    double began = now();
    SixtyHours log = new SixtyHours(directory.resolve("runs/run"), began - 1_000);
    double end = began - 130;
    try (RealServer server = RealServer.prometheus(directory, 0)) {
      server.await("vector(1)");
      for (double share : List.of(0.05, 0.3)) {
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
      assertEquals((last - first) / 15_000 + 1, samples.size(), "each tick once");
      assertTrue(last / 1e3 > end - 2 * CADENCE, "up to now");
      assertEquals(0, server.value("resets(%s[62h])".formatted(TRAINED)));
      assertEquals((double) SixtyHours.STEPS, samples.get(last));
    }
  }

  private static String written(double time) {
    return "last_over_time(%s[1m] @ %.0f)".formatted(TRAINED, time);
  }

  private String[] arguments(RealServer server) {
    return new String[] {"backfill", directory.resolve("runs").toString(), "--url=" + server.url()};
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
