package org.trainingexporter.check.file;

import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.Collector.MetricFamilySamples.Sample;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trainingexporter.metrics.TrainingMetrics;
import org.trainingexporter.run.RunSnapshot;

/** The run's series that have no label beside the run, and its accuracies, as a scrape has them. */
public final class UnlabelledMetrics {
  private static final String SPLIT = "split";

  private UnlabelledMetrics() {}

  public static Map<String, Double> of(RunSnapshot run) {
    InstantSource clock = InstantSource.fixed(Instant.ofEpochSecond((long) run.times().newest()));
    TrainingMetrics metrics = new TrainingMetrics(() -> List.of(run), clock, Integer.MAX_VALUE);
    Map<String, Double> figures = new LinkedHashMap<>();
    for (MetricFamilySamples family : metrics.collect(n -> n.startsWith("training_"))) {
      for (Sample sample : family.samples) {
        int labels = sample.labelNames.size();
        if (labels == 1) {
          figures.put(sample.name, sample.value);
        } else if (labels == 2 && sample.labelNames.get(1).equals(SPLIT)) {
          String split = sample.labelValues.get(1);
          figures.put(sample.name + "{" + SPLIT + "=\"" + split + "\"}", sample.value);
        }
      }
    }
    figures.remove("training_exporter_series_dropped");
    return figures;
  }
}
