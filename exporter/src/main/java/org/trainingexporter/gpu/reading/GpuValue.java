package org.trainingexporter.gpu.reading;

import java.util.List;

/** One value of a card; {@code labels} holds the values of {@link GpuMetric#labels()}. */
public record GpuValue(GpuMetric metric, List<String> labels, double value) {
  public GpuValue {
    labels = List.copyOf(labels);
    if (labels.size() != metric.labels().size()) {
      throw new IllegalArgumentException(
          metric + " needs the labels " + metric.labels() + ", not " + labels);
    }
  }
}
