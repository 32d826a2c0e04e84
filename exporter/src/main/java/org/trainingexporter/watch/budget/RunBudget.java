package org.trainingexporter.watch.budget;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trainingexporter.service.HeapUse;
import org.trainingexporter.web.log.RepeatedLines;

/**
 * Releases runs when the heap is nearly full, so that the others can be watched on: those that are
 * over first, then the oldest. A released run is not read again while the process lives. One thread
 * calls {@link #relieve}, any may read the count.
 */
public final class RunBudget {
  private static final Logger log = LoggerFactory.getLogger(RunBudget.class);

  /** Above this share of the heap runs are released, if it does not come free by itself. */
  static final double MOST = 0.85;

  /** Above this share they are released at once. */
  static final double CRITICAL = 0.95;

  /** So long a scrape may hold what is only needed for a time. */
  static final long WAIT_NANOS = 3_000_000_000L;

  private static final double AIM = 0.78;
  private static final int ROUNDS = 4;
  private final HeapUse heap;
  private final LongSupplier nanos;
  private final AtomicLong released = new AtomicLong();
  private final RepeatedLines lines;
  private boolean isWaiting;
  private long since;
  private long unlogged;

  public RunBudget(HeapUse heap) {
    this(heap, System::nanoTime);
  }

  /**
   * @param nanos the monotonic clock
   */
  RunBudget(HeapUse heap, LongSupplier nanos) {
    this.heap = heap;
    this.nanos = nanos;
    this.lines = new RepeatedLines(nanos);
  }

  /** How many runs were released. */
  public long released() {
    return released.get();
  }

  /**
   * Releases runs if the heap has been short for some seconds, or at once if it is nearly full.
   * Costs nearly nothing while it is not short.
   *
   * @param runs that are there, asked before each round
   * @param forget drops what else refers to released runs, after each round
   */
  public void relieve(Supplier<List<ReleasableRun>> runs, Runnable forget) {
    double used = heap.occupancy();
    if (used <= MOST) {
      isWaiting = false;
    } else if (!isWaiting) {
      isWaiting = true;
      since = nanos.getAsLong();
    } else if (used > CRITICAL || nanos.getAsLong() - since >= WAIT_NANOS) {
      heap.collect(); // what was needed for a time may be gone
      release(runs, forget);
      since = nanos.getAsLong();
    }
  }

  private void release(Supplier<List<ReleasableRun>> runs, Runnable forget) {
    double limit = MOST;
    double before = 2;
    String last = "";
    for (int round = 0; round < ROUNDS; round++) {
      double used = heap.occupancy();
      if (used <= limit || before - used < (before - AIM) / 2) {
        break; // enough, or a scrape still holds what was released
      }
      List<ReleasableRun> order = runs.get().stream().sorted(ReleasableRun.ORDER).toList();
      last = order.size() > 1 ? release(order) : last;
      forget.run();
      before = used;
      limit = CRITICAL; // the rest can wait
      heap.collect();
    }
    report(last);
  }

  /** Releases as large a share of those that are in memory as must come free, but not the last. */
  private String release(List<ReleasableRun> order) {
    long read = order.stream().filter(ReleasableRun::isRead).count();
    long needed = (long) Math.ceil(Math.max(1, read * (1 - AIM / heap.occupancy())));
    String last = "";
    for (ReleasableRun run : order.subList(0, order.size() - 1)) {
      if (needed == 0) {
        break;
      }
      run.release().run();
      released.incrementAndGet();
      unlogged++;
      needed -= run.isRead() ? 1 : 0;
      last = run.name();
    }
    return last;
  }

  /** Once a minute, with all runs that were released since. */
  private void report(String last) {
    if (unlogged == 0 || lines.suffix("released").isEmpty()) {
      return;
    }
    log.warn(
        "memory is short: {} runs are released, finished and oldest first, up to {}; the heap is"
            + " now {} % full; raise -Xmx to keep more",
        unlogged, last, String.format(Locale.ROOT, "%.0f", 100 * heap.occupancy()));
    unlogged = 0;
  }
}
