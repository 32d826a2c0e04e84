package org.trainingexporter.service;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Notices a heap that is full for good: for some time the program does little but collect garbage.
 * Such a program answers nobody, and the JVM does not always end it. Call {@link #check} once every
 * {@link #EVERY}. One thread.
 */
public final class HeapGuard {
  public static final Duration EVERY = Duration.ofSeconds(5);

  /** Exit code of a process that has run out of memory; the JVM's own choice too. */
  public static final int EXIT_CODE = 3;

  private static final int CHECKS = 4;
  private static final double FULL = 0.95;
  private static final double BUSY = 0.8;
  private final HeapUse heap;
  private final LongSupplier collectionMillis;
  private final LongSupplier nanos;
  private final Consumer<String> end;
  private long lastCollectionMillis;
  private long lastNanos;
  private int bad;

  /**
   * @param collectionMillis milliseconds that all garbage collections have taken so far
   * @param nanos the monotonic clock
   * @param end is given the reason, and ends the process
   */
  public HeapGuard(
      HeapUse heap, LongSupplier collectionMillis, LongSupplier nanos, Consumer<String> end) {
    this.heap = heap;
    this.collectionMillis = collectionMillis;
    this.nanos = nanos;
    this.end = end;
    this.lastCollectionMillis = collectionMillis.getAsLong();
    this.lastNanos = nanos.getAsLong();
  }

  /** Ends the process if this and the checks before it have found a heap that is full for good. */
  public void check() {
    long millis = collectionMillis.getAsLong();
    long now = nanos.getAsLong();
    double busy = (millis - lastCollectionMillis) * 1e6 / Math.max(1, now - lastNanos);
    lastCollectionMillis = millis;
    lastNanos = now;
    bad = busy > BUSY && heap.occupancy() > FULL ? bad + 1 : 0;
    if (bad >= CHECKS) {
      end.accept(
          String.format(
              Locale.ROOT,
              "out of memory: the heap is %.0f %% full and collecting garbage takes %.0f %% of the"
                  + " time; raise -Xmx or watch fewer runs",
              100 * heap.occupancy(),
              100 * Math.min(1, busy)));
    }
  }

  /** Whether the error says that the heap is full; direct memory and the like may come free. */
  public static boolean isHeapFull(Throwable error) {
    return error instanceof OutOfMemoryError
        && String.valueOf(error.getMessage()).startsWith("Java heap space");
  }
}
