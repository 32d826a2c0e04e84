package org.trainingexporter.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.prometheus.client.Collector;
import io.prometheus.client.hotspot.MemoryPoolsExports;
import io.prometheus.client.hotspot.StandardExports;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trainingexporter.config.Build;
import org.trainingexporter.testing.Promtool;

final class PromtoolTest {

  @Test
  void promtool_finds_nothing_to_say() throws IOException, InterruptedException {
    Map<String, Collector> parts = new LinkedHashMap<>();
    parts.put("training", Scrape.training(20_000, TrainingMetricsTest.rich().snapshot()));
    parts.put("exporter", new ExporterMetrics(Build.current(), () -> Map.of("llm/rich", 0L)));
    parts.put("process", new StandardExports());
    parts.put("jvm", new MemoryPoolsExports());
    TimedCollectors timed = new TimedCollectors(parts, Map.of(), System::nanoTime);
    assertEquals("", Promtool.check(Scrape.text(timed)));
  }
}
