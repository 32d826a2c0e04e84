package org.trainingexporter.metrics.sample;

import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.Collector.MetricFamilySamples.Sample;
import java.util.ArrayList;
import java.util.List;

/**
 * The series of one metric in one scrape, gathered from one subject after another. This is the
 * hottest path of a scrape: what can be shared between series is.
 */
public final class Samples {
  private final Metric<?> metric;
  private final List<Sample> samples;
  private SampleScope<?> subject;

  private Samples(Metric<?> metric, int expected) {
    this.metric = metric;
    this.samples = new ArrayList<>(expected);
  }

  /** The metric's family, without samples where no subject has a value. */
  public static <S> MetricFamilySamples family(Metric<S> metric, List<SampleScope<S>> subjects) {
    Samples samples = new Samples(metric, subjects.size());
    for (int i = 0; i < subjects.size(); i++) {
      SampleScope<S> subject = subjects.get(i);
      samples.subject = subject;
      metric.reader().read(subject.value(), samples);
    }
    return new MetricFamilySamples(metric.name(), metric.type(), metric.help(), samples.samples);
  }

  /** A series with the subject's labels alone; none when NaN. */
  public void add(double value) {
    if (isShown(value)) {
      samples.add(new Sample(metric.name(), metric.labels(), subject.labels(), value));
    }
  }

  /** A series with these label values after the subject's; none when NaN. */
  public void add(double value, String... labels) {
    if (isShown(value)) {
      samples.add(new Sample(metric.name(), metric.labels(), subject.labels(labels), value));
    }
  }

  private boolean isShown(double value) {
    return !Double.isNaN(value) && subject.admits();
  }

  /** 1 for true, 0 for false. */
  public void add(boolean value, String... labels) {
    add(value ? 1 : 0, labels);
  }
}
