package org.trainingexporter.service;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Comparator;
import java.util.Optional;

/**
 * This JVM's heap. What lasts is in the pool of old objects, the largest of those that the JVM
 * measures after a collection.
 */
public final class JvmHeap implements HeapUse {
  private final Optional<MemoryPoolMXBean> old =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .filter(MemoryPoolMXBean::isCollectionUsageThresholdSupported)
          .max(Comparator.comparingLong(pool -> pool.getUsage().getMax()));

  @Override
  public double occupancy() {
    MemoryUsage usage = old.map(MemoryPoolMXBean::getCollectionUsage).orElse(null);
    if (usage == null) {
      return 0;
    }
    long most = usage.getMax() > 0 ? usage.getMax() : Runtime.getRuntime().maxMemory();
    return (double) usage.getUsed() / most;
  }

  @Override
  public void collect() {
    System.gc();
  }

  /** Milliseconds that all collections have taken so far. */
  public long collectionMillis() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .sum();
  }
}
