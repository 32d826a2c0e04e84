package org.trainingexporter.metrics.sample;

import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.Collector.MetricFamilySamples.Sample;
import java.util.ArrayList;
import java.util.List;
import org.trainingexporter.event.Unknown;

/**
 * The series of one metric in one scrape, of one scope after another. This is the hottest path of a
 * scrape: names and labels are shared between series where they can be.
 */
public final class Samples {
  private final Metric<?> metric;
  private final List<Sample> samples;
  private SampleScope<?> scope;

  private Samples(Metric<?> metric, int expected) {
    this.metric = metric;
    this.samples = new ArrayList<>(expected);
  }

  /** The metric's family, without samples where no scope has a value. */
  public static <S> MetricFamilySamples family(Metric<S> metric, List<SampleScope<S>> scopes) {
    Samples samples = new Samples(metric, scopes.size());
    for (int i = 0; i < scopes.size(); i++) {
      SampleScope<S> scope = scopes.get(i);
      samples.scope = scope;
      metric.reader().read(scope.value(), samples);
    }
    return new MetricFamilySamples(metric.name(), metric.type(), metric.help(), samples.samples);
  }

  /** A series with the scope's labels alone; none where it is unknown. */
  public void add(double value) {
    if (isShown(value)) {
      samples.add(new Sample(metric.name(), metric.labels(), scope.labels(), value));
    }
  }

  /** A series with these label values after the scope's; none where it is unknown. */
  public void add(double value, String... labels) {
    if (isShown(value)) {
      samples.add(new Sample(metric.name(), metric.labels(), scope.labels(labels), value));
    }
  }

  private boolean isShown(double value) {
    return Unknown.isKnown(value) && scope.admits();
  }

  /** 1 for true, 0 for false. */
  public void add(boolean value, String... labels) {
    add(value ? 1 : 0, labels);
  }
}
