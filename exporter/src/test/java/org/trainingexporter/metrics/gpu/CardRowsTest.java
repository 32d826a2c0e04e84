package org.trainingexporter.metrics.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.prometheus.client.Collector.MetricFamilySamples;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trainingexporter.gpu.reading.Gpu;
import org.trainingexporter.gpu.reading.GpuMetric;
import org.trainingexporter.gpu.reading.GpuValue;
import org.trainingexporter.metrics.sample.Metric;
import org.trainingexporter.metrics.sample.SampleScope;
import org.trainingexporter.metrics.sample.Samples;

final class CardRowsTest {
  @Test
  void what_can_be_read_of_a_card_has_one_row_each_in_the_same_order() {
    List<GpuMetric> shown = new ArrayList<>();
    for (Metric<Gpu> row : CardRows.ALL) {
      for (GpuMetric metric : GpuMetric.values()) {
        GpuValue value = new GpuValue(metric, metric.labels(), 1);
        Gpu gpu = new Gpu(0, "GPU-0", List.of(value), Set.of());
        MetricFamilySamples family =
            Samples.family(row, List.of(new SampleScope<>(gpu, 1, "0", "GPU-0")));
        if (!family.samples.isEmpty()) {
          shown.add(metric);
        }
      }
    }
    assertEquals(List.of(GpuMetric.values()), shown);
  }

  @Test
  void index_and_uuid_of_the_card_come_before_its_own_labels() {
    Metric<Gpu> row =
        CardRows.ALL.stream()
            .filter(it -> it.name().equals("nvidia_gpu_ecc_errors_total"))
            .findFirst()
            .orElseThrow();

    assertEquals(List.of("gpu", "uuid", "severity", "lifetime"), row.labels());
  }
}
