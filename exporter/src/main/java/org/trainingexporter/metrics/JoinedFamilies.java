package org.trainingexporter.metrics;

import io.prometheus.client.Collector.MetricFamilySamples;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;

/** Families of several sources one after the other; a source is asked when it is reached. */
final class JoinedFamilies implements Iterator<MetricFamilySamples> {
  private final Iterator<Supplier<Iterator<MetricFamilySamples>>> sources;
  private Iterator<MetricFamilySamples> current = Collections.emptyIterator();

  JoinedFamilies(Iterator<Supplier<Iterator<MetricFamilySamples>>> sources) {
    this.sources = sources;
  }

  @Override
  public boolean hasNext() {
    while (!current.hasNext() && sources.hasNext()) {
      current = sources.next().get();
    }
    return current.hasNext();
  }

  @Override
  public MetricFamilySamples next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return current.next();
  }
}
