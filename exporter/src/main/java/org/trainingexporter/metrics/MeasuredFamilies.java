package org.trainingexporter.metrics;

import io.prometheus.client.Collector.MetricFamilySamples;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * A collector's families, with the time that they took and the failure that ended them. One thread.
 */
final class MeasuredFamilies implements Iterator<MetricFamilySamples> {
  private final Supplier<Iterator<MetricFamilySamples>> source;
  private final LongSupplier nanos;
  private final Consumer<MeasuredFamilies> atEnd;
  private Iterator<MetricFamilySamples> families;
  private MetricFamilySamples next;
  private long taken;
  private boolean ended;
  private RuntimeException failure;

  /**
   * @param source asked once
   * @param atEnd called once, behind the last family or at a failure
   */
  MeasuredFamilies(
      Supplier<Iterator<MetricFamilySamples>> source,
      LongSupplier nanos,
      Consumer<MeasuredFamilies> atEnd) {
    this.source = source;
    this.nanos = nanos;
    this.atEnd = atEnd;
  }

  long nanos() {
    return taken;
  }

  Optional<RuntimeException> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public boolean hasNext() {
    if (next == null && !ended) {
      advance();
    }
    return next != null;
  }

  private void advance() {
    long start = nanos.getAsLong();
    try {
      families = families == null ? source.get() : families;
      next = families.hasNext() ? families.next() : null;
    } catch (RuntimeException e) {
      failure = e;
    }
    taken += nanos.getAsLong() - start;
    if (next == null) {
      ended = true;
      families = Collections.emptyIterator();
      atEnd.accept(this);
    }
  }

  @Override
  public MetricFamilySamples next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    MetricFamilySamples family = next;
    next = null;
    return family;
  }
}
