package org.trainingexporter.metrics;

import io.prometheus.client.Collector.MetricFamilySamples;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/**
 * Families that are made while they are iterated over, each time anew: a registry does so once, and
 * a scrape of thousands of runs then holds one family instead of all.
 */
final class FamilyList extends AbstractList<MetricFamilySamples> {
  private final Supplier<Iterator<MetricFamilySamples>> families;

  FamilyList(Supplier<Iterator<MetricFamilySamples>> families) {
    this.families = families;
  }

  @Override
  public Iterator<MetricFamilySamples> iterator() {
    return families.get();
  }

  @Override
  public MetricFamilySamples get(int index) {
    return all().get(index);
  }

  @Override
  public int size() {
    return all().size();
  }

  @Override
  public Object[] toArray() {
    return all().toArray();
  }

  private List<MetricFamilySamples> all() {
    List<MetricFamilySamples> all = new ArrayList<>();
    families.get().forEachRemaining(all::add);
    return all;
  }
}
