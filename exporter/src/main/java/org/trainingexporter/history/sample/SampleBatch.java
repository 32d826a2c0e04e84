package org.trainingexporter.history.sample;

import io.prometheus.client.Collector;
import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.Collector.MetricFamilySamples.Sample;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A run's series with the samples that are not written yet: whole ticks, in order of time. */
public final class SampleBatch {
  /** Some 160 KiB as they are kept, and as much again on their way. */
  private static final int FULL = 10_000;

  private final SeriesLabels labels;
  private final long interval;
  private final Map<SeriesId, SampleSeries> series = new HashMap<>();
  private int samples;

  /**
   * @param interval between two ticks, in milliseconds
   */
  public SampleBatch(SeriesLabels labels, long interval) {
    this.labels = labels;
    this.interval = interval;
  }

  /** Takes what a scrape at that tick reads. */
  public void add(long tick, List<MetricFamilySamples> families) {
    for (MetricFamilySamples family : families) {
      boolean counts = family.type == Collector.Type.COUNTER;
      for (Sample sample : family.samples) {
        SeriesId id = new SeriesId(sample.name, sample.labelNames, sample.labelValues);
        SampleSeries one = series.get(id);
        if (one == null) {
          one = new SampleSeries(id, labels.encoded(id), counts);
          series.put(id, one);
        }
        samples += one.add(tick, interval, sample.value) ? 1 : 0;
      }
    }
    end(tick);
  }

  /** A scrape at that tick lacks what was not seen at it. */
  public void end(long tick) {
    for (SampleSeries one : series.values()) {
      samples += one.end(tick) ? 1 : 0;
    }
  }

  public boolean isFull() {
    return samples >= FULL;
  }

  public int size() {
    return samples;
  }

  /** Those with samples, and perhaps some without. */
  public Collection<SampleSeries> series() {
    return series.values();
  }

  /** The samples are written. */
  public void clear() {
    series.values().removeIf(SampleSeries::isOver);
    series.values().forEach(SampleSeries::clear);
    samples = 0;
  }

  /** What comes next does not follow: somebody else has written what lies between. */
  public void reset() {
    series.clear();
    samples = 0;
  }
}
