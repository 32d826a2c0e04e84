package org.trainingexporter.metrics;

import io.prometheus.client.Collector.MetricFamilySamples;
import io.prometheus.client.Predicate;
import java.util.stream.Stream;

/** A collector that makes its families one at a time, as they are needed. */
interface FamilyStream {
  /**
   * The families that are asked for; each is made when it is reached.
   *
   * @param asked of a metric's name; null for all
   */
  Stream<MetricFamilySamples> families(Predicate<String> asked);
}
