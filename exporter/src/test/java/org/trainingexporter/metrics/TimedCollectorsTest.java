package org.trainingexporter.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prometheus.client.Collector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.trainingexporter.config.Build;

final class TimedCollectorsTest {
  private final AtomicLong nanos = new AtomicLong();

  private Collector taking(long seconds, Collector then) {
    return new Collector() {
      @Override
      public List<MetricFamilySamples> collect() {
        nanos.addAndGet(seconds * 1_000_000_000);
        return then.collect();
      }
    };
  }

  private TimedCollectors timed(Map<String, Collector> parts) {
    return new TimedCollectors(parts, Map.of(), nanos::get);
  }

  private static Collector reading() {
    return new Collector() {
      @Override
      public List<MetricFamilySamples> collect() {
        return List.of();
      }
    };
  }

  private static Collector failing() {
    return new Collector() {
      @Override
      public List<MetricFamilySamples> collect() {
        throw new IllegalStateException("no driver");
      }
    };
  }

  @Test
  void each_collector_is_measured_and_one_that_throws_takes_no_other_along() {
    Map<String, Collector> parts = new LinkedHashMap<>();
    parts.put("gpu", taking(3, failing()));
    parts.put(
        "exporter",
        taking(2, new ExporterMetrics(new Build("1.0", "abc", "17"), () -> Map.of("llm/a", 12L))));
    String text = Scrape.text(timed(parts));
    assertEquals(
        """
        training_exporter_build_info{version="1.0",revision="abc",java="17",} 1.0
        training_exporter_log_lag_bytes{run="llm/a",} 12.0
        training_exporter_collect_duration_seconds{collector="gpu",} 3.0
        training_exporter_collect_duration_seconds{collector="exporter",} 2.0
        training_exporter_collect_success{collector="gpu",} 0.0
        training_exporter_collect_success{collector="exporter",} 1.0
        """
            .lines()
            .toList(),
        Scrape.samples(text));
  }

  @Test
  void of_one_with_a_thread_of_its_own_that_one_s_work_is_told_once_it_is_known() {
    AtomicReference<Optional<TimedCollectors.MeasuredCollection>> work =
        new AtomicReference<>(Optional.empty());
    TimedCollectors timed =
        new TimedCollectors(
            Map.of("gpu", taking(3, reading())), Map.of("gpu", work::get), nanos::get);
    assertEquals(List.of(), Scrape.samples(Scrape.text(timed)));

    work.set(Optional.of(new TimedCollectors.MeasuredCollection(0.5, false)));
    assertEquals(
        List.of(
            "training_exporter_collect_duration_seconds{collector=\"gpu\",} 0.5",
            "training_exporter_collect_success{collector=\"gpu\",} 0.0"),
        Scrape.samples(Scrape.text(timed)));
  }

  @Test
  void one_that_throws_fails_whatever_its_thread_says() {
    Map<String, Supplier<Optional<TimedCollectors.MeasuredCollection>>> well =
        Map.of("gpu", () -> Optional.of(new TimedCollectors.MeasuredCollection(0.5, true)));
    TimedCollectors timed = new TimedCollectors(Map.of("gpu", failing()), well, nanos::get);
    String success = "training_exporter_collect_success{collector=\"gpu\",}";
    assertTrue(Scrape.text(timed).contains(success + " 0.0"));
  }

  @Test
  void a_filter_goes_through() {
    Map<String, Collector> parts =
        Map.of("exporter", new ExporterMetrics(new Build("1.0", "abc", "17"), Map::of));
    assertEquals(
        List.of("training_exporter_collect_success{collector=\"exporter\",} 1.0"),
        Scrape.samples(Scrape.filtered(timed(parts), "training_exporter_collect_success")));
  }

  @Test
  void a_collector_that_works_again_succeeds_again() {
    List<RuntimeException> failures = new ArrayList<>(List.of(new IllegalStateException("once")));
    Collector recovering =
        new Collector() {
          @Override
          public List<MetricFamilySamples> collect() {
            if (!failures.isEmpty()) {
              throw failures.remove(0);
            }
            return List.of();
          }
        };
    TimedCollectors timed = timed(Map.of("gpu", recovering));
    String success = "training_exporter_collect_success{collector=\"gpu\",}";
    assertTrue(Scrape.text(timed).contains(success + " 0.0"));
    assertTrue(Scrape.text(timed).contains(success + " 1.0"));
  }
}
