package org.trainingexporter.service;

/** How full the heap is with what lasts. Any thread. */
public interface HeapUse {
  /** Never short: for programs that end by themselves, and where the JVM does not say. */
  HeapUse UNKNOWN =
      new HeapUse() {
        @Override
        public double occupancy() {
          return 0;
        }

        @Override
        public void collect() {}
      };

  /** The share that was still in use after the newest garbage collection, 0 to 1. */
  double occupancy();

  /** Collects all garbage, so that {@link #occupancy} is of now. Takes some tenths of a second. */
  void collect();
}
