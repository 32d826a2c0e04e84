package org.trainingexporter.history.sample;

import io.prometheus.client.Collector;
import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.Collector.MetricFamilySamples.Sample;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A run's series with the samples that are not written yet: whole ticks, in order of time. One
 * thread.
 */
public final class SampleBatch {
  /** Some 160 KiB in memory, and as much again while they are sent. */
  private static final int MAX_SAMPLES = 10_000;

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

  /**
   * Adds what a scrape at that tick reads. Of a tick between two whole multiples of the interval,
   * only what has changed.
   */
  public void add(long tick, List<MetricFamilySamples> families) {
    boolean extra = tick % interval != 0;
    for (MetricFamilySamples family : families) {
      boolean counter = family.type == Collector.Type.COUNTER;
      for (Sample sample : family.samples) {
        SeriesId id = new SeriesId(sample.name, sample.labelNames, sample.labelValues);
        SampleSeries one = series.get(id);
        if (one == null) {
          one = new SampleSeries(id, labels.encoded(id), counter);
          series.put(id, one);
        }
        samples += one.add(tick, interval, sample.value, extra) ? 1 : 0;
      }
    }
    end(tick);
  }

  /** Ends each series that was not added at that tick, as a scrape without it would. */
  public void end(long tick) {
    for (SampleSeries one : series.values()) {
      samples += one.end(tick) ? 1 : 0;
    }
  }

  public boolean isFull() {
    return samples >= MAX_SAMPLES;
  }

  public int size() {
    return samples;
  }

  /** All series of the run; some may have no sample. */
  public Collection<SampleSeries> series() {
    return series.values();
  }

  /** Drops the samples, which are written. Series go on with the next batch. */
  public void clear() {
    series.values().removeIf(SampleSeries::hasEnded);
    series.values().forEach(SampleSeries::clear);
    samples = 0;
  }

  /**
   * Writes every series anew at the next tick: the receiver has samples of others before it. Those
   * that are not written yet stay.
   */
  public void restate() {
    series.values().forEach(SampleSeries::restate);
  }
}
