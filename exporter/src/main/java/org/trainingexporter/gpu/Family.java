package org.trainingexporter.gpu;

import io.prometheus.client.Collector;
import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.Collector.MetricFamilySamples.Sample;
import java.util.ArrayList;
import java.util.List;
import org.trainingexporter.gpu.reading.GpuMetric;

/** A metric family while its samples are gathered. */
final class Family {
  private final String name;
  private final Collector.Type type;
  private final String help;
  private final List<String> labelNames;
  private final List<Sample> samples = new ArrayList<>();

  Family(String name, Collector.Type type, String help, String... labelNames) {
    this.name = name;
    this.type = type;
    this.help = help;
    this.labelNames = List.of(labelNames);
  }

  static Family ofCards(GpuMetric metric) {
    List<String> names = labels(metric.labels(), "gpu", "uuid");
    return new Family(
        metric.metricName(), metric.type(), metric.help(), names.toArray(String[]::new));
  }

  static List<String> labels(List<String> own, String gpu, String uuid) {
    List<String> all = new ArrayList<>(own.size() + 2);
    all.add(gpu);
    all.add(uuid);
    all.addAll(own);
    return all;
  }

  void add(List<String> labels, double value) {
    samples.add(new Sample(name, labelNames, labels, value));
  }

  void addTo(List<MetricFamilySamples> families) {
    if (!samples.isEmpty()) {
      families.add(new MetricFamilySamples(name, type, help, samples));
    }
  }
}
