package org.trainingexporter.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prometheus.client.Collector;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trainingexporter.metrics.gpu.GpuMetrics;
import org.trainingexporter.metrics.sample.Metric;
import org.trainingexporter.testing.ExpectedFile;

final class MetricsDocumentTest {
  private static final List<Metric<?>> TRAINING = List.copyOf(TrainingMetrics.ROWS);
  private static final List<Metric<?>> EXPORTER =
      Stream.<List<? extends Metric<?>>>of(
              ExporterMetrics.ROWS,
              List.of(TrainingMetrics.DROPPED),
              OperationMetrics.ROWS,
              TimedCollectors.ROWS)
          .<Metric<?>>flatMap(List::stream)
          .toList();
  private static final List<Metric<?>> GPU = GpuMetrics.ROWS;

  @Test
  void the_page_tells_what_the_code_exposes() throws IOException {
    String page =
        new MetricsDocument()
            .paragraph("# Metrics")
            .paragraph(
                "Generated from the code: `mvn test -Dtest=MetricsDocumentTest -Dupdate.docs=true`."
                    + " A metric whose value is unknown has no series.")
            .section(
                "Training",
                "Each run has its own series. If a run has more than"
                    + " `--metrics.max-series-per-run`, those of the last rows are left out.",
                TRAINING)
            .section(
                "GPU",
                "Each card has its own series; [gpu.md](gpu.md) says where the values come from.",
                GPU)
            .section("Exporter", "Metrics of the exporter itself.", EXPORTER)
            .paragraph(
                "`process_*` and `jvm_memory_*` are those of the Prometheus client for Java.")
            .toString();
    new ExpectedFile("../docs/metrics.md", "update.docs").assertHolds(page);
  }

  @Test
  void a_metric_has_one_row_and_a_name_that_tells_its_type() {
    Set<String> names = new HashSet<>();
    for (Metric<?> row : Stream.of(TRAINING, GPU, EXPORTER).flatMap(List::stream).toList()) {
      assertTrue(names.add(row.name()), () -> "two rows for " + row.name());
      boolean counter = row.type() == Collector.Type.COUNTER;
      assertEquals(counter, row.name().endsWith("_total"), row.name());
    }
  }
}
