package org.trainingexporter.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prometheus.client.Collector;
import io.prometheus.client.Collector.MetricFamilySamples;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trainingexporter.config.history.HistoryAccess;
import org.trainingexporter.history.client.HistoryCounters;
import org.trainingexporter.history.sample.SampleBatch;

/** A receiver that rejects some samples of a batch, and with them the whole request. */
final class PartlyRejectedTest {
  private static final int SERIES = 100;
  private static final int TICKS = 100;

  private final HistoryCounters counters = new HistoryCounters();
  private FakeServer server;

  @BeforeEach
  void start() throws IOException {
    server = new FakeServer();
  }

  @AfterEach
  void end() throws IOException {
    server.close();
  }

  /** One sample: which series, and which tick. */
  private record One(int series, int tick) implements Comparable<One> {
    @Override
    public int compareTo(One other) {
      return TICKS * (series - other.series) + tick - other.tick;
    }
  }

  private static SampleBatch batch() {
    SampleBatch batch = new SampleBatch(KeptSamples.LABELS, 15_000);
    for (int tick = 0; tick < TICKS; tick++) {
      List<MetricFamilySamples.Sample> samples = new ArrayList<>();
      for (int series = 0; series < SERIES; series++) {
        samples.add(
            new MetricFamilySamples.Sample(
                "training_value", List.of("key"), List.of("" + series), tick));
      }
      batch.add(
          tick * 15_000L,
          List.of(
              new MetricFamilySamples(
                  "training_value", Collector.Type.GAUGE, "help", new ArrayList<>(samples))));
    }
    return batch;
  }

  private static Set<One> samples(FakeServer.Request request) {
    Set<One> all = new TreeSet<>();
    for (String line : request.series()) {
      String[] parts = line.split(" @", -1);
      int series = Integer.parseInt(parts[0].replaceAll(".*key=(\\d+).*", "$1"));
      for (int i = 1; i < parts.length; i++) {
        all.add(new One(series, (int) Double.parseDouble(parts[i].split(":", -1)[1])));
      }
    }
    return all;
  }

  /** Sends a batch to a server that takes no request with a bad sample; what it has then. */
  private Set<One> taken(String text, Predicate<One> bad) throws Exception {
    return taken(400, text, bad);
  }

  private Set<One> taken(int status, String text, Predicate<One> bad) throws Exception {
    Set<One> taken = new TreeSet<>();
    server.answerBy(
        request -> {
          Set<One> samples = samples(request);
          if (samples.stream().anyMatch(bad)) {
            return FakeServer.status(status, text);
          }
          taken.addAll(samples);
          return FakeServer.status(204, "");
        });
    server
        .receiver(HistoryAccess.OPEN, counters, pause -> {}, Duration.ofSeconds(60))
        .write("run", batch());
    assertEquals(taken.size(), counters.statistics().samples());
    assertEquals(SERIES * TICKS - taken.size(), counters.rejected());
    return taken;
  }

  private static Set<One> all(Predicate<One> which) {
    Set<One> all = new TreeSet<>();
    for (int i = 0; i < SERIES * TICKS; i++) {
      all.add(new One(i / TICKS, i % TICKS));
    }
    all.removeIf(which.negate());
    return all;
  }

  @ParameterizedTest
  @CsvSource({"0", "37", "99"})
  void a_series_that_is_rejected_is_lost_alone(int series) throws Exception {
    Predicate<One> bad = it -> it.series == series;

    assertEquals(all(bad.negate()), taken("label value too long", bad));
    assertTrue(server.requests().size() < 35, server.requests().size() + " requests");
  }

  @ParameterizedTest
  @CsvSource({"1, out of bounds", "61, out of order sample", "99, too old sample"})
  void what_is_too_old_is_lost_alone(int tick, String text) throws Exception {
    Predicate<One> bad = it -> it.tick < tick;

    assertEquals(all(bad.negate()), taken(text, bad));
    assertTrue(server.requests().size() < 45, server.requests().size() + " requests");
  }

  @ParameterizedTest
  @CsvSource({"0, 100", "37, 100", "37, 40", "99, 73"})
  void a_series_that_is_out_of_order_is_lost_alone(int series, int tick) throws Exception {
    Predicate<One> bad = it -> it.series == series && it.tick < tick;

    assertEquals(all(bad.negate()), taken("out of order sample", bad));
    assertTrue(server.requests().size() < 60, server.requests().size() + " requests");
  }

  @Test
  void a_batch_that_is_out_of_order_as_a_whole_takes_few_requests() throws Exception {
    assertEquals(Set.of(), taken("out of order sample", it -> true));
    assertTrue(server.requests().size() < 35, server.requests().size() + " requests");
  }

  /** As Prometheus 2.42 answers: to wait would be to wait forever. */
  @Test
  void what_is_too_old_is_no_trouble_of_the_server() throws Exception {
    Predicate<One> bad = it -> it.tick < 40;

    assertEquals(all(bad.negate()), taken(500, "too old sample", bad));
  }

  @Test
  void one_sample_is_lost_alone() throws Exception {
    Predicate<One> bad = it -> it.series == 41 && it.tick == 17;

    assertEquals(all(bad.negate()), taken("duplicate sample for timestamp", bad));
    assertTrue(server.requests().size() < 35, server.requests().size() + " requests");
  }

  @ParameterizedTest
  @CsvSource({"out of bounds", "label value too long"})
  void a_batch_that_is_bad_as_a_whole_takes_few_requests(String text) throws Exception {
    assertEquals(Set.of(), taken(text, it -> true));
    assertTrue(server.requests().size() < 35, server.requests().size() + " requests");
  }

  @Test
  void where_bad_ones_stand_everywhere_requests_end() throws Exception {
    Set<One> taken = taken("duplicate sample", it -> it.series % 2 == 0 && it.tick % 10 == 3);

    assertTrue(taken.size() > 100, taken.size() + " samples");
    assertTrue(server.requests().size() <= 101, server.requests().size() + " requests");
  }
}
