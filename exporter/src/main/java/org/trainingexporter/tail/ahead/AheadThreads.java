package org.trainingexporter.tail.ahead;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Daemon threads that work ahead of readers. The work computes on memory alone and never touches a
 * file, so it cannot hang. A thread ends after some seconds without work. Any thread.
 */
public final class AheadThreads {
  /** No thread works ahead: every reader does its work itself. */
  public static final AheadThreads NONE = new AheadThreads(0, Long.MAX_VALUE, 1 << 18);

  private static final int MOST_THREADS = 3;
  private static final long LEAST_BYTES = 2 << 20;
  private static final int BLOCK_BYTES = 1 << 18;
  private static final int IDLE_SECONDS = 5;

  /** Each may hold some blocks of bytes. */
  private static final int MOST_READERS = 8;

  private final ThreadPoolExecutor threads;
  private final long leastBytes;
  private final int blockBytes;

  /** Weak, since a reader may be dropped in the middle of its file. */
  private final List<WeakReference<Object>> readers = new ArrayList<>();

  /**
   * Makes threads; they start when there is work.
   *
   * @param most threads; 0 for none
   * @param leastBytes that a reader must have before it to be worth working ahead
   * @param blockBytes of one piece of work
   */
  public AheadThreads(int most, long leastBytes, int blockBytes) {
    this.leastBytes = leastBytes;
    this.blockBytes = blockBytes;
    this.threads = most == 0 ? null : pool(most);
  }

  /** A thread less than there are processors, at most three; none where there is only one. */
  public static AheadThreads ofProcessors() {
    int spare = Runtime.getRuntime().availableProcessors() - 1;
    return spare == 0
        ? NONE
        : new AheadThreads(Math.min(MOST_THREADS, spare), LEAST_BYTES, BLOCK_BYTES);
  }

  private static ThreadPoolExecutor pool(int most) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            most,
            most,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              Thread thread = new Thread(work, "log parser");
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  /** Bytes of one piece of work. */
  public int blockBytes() {
    return blockBytes;
  }

  /**
   * Whether a reader may work ahead from now on; {@link #leave} ends that.
   *
   * @param bytes that it has before it
   */
  public boolean admit(Object reader, long bytes) {
    if (threads == null || bytes < leastBytes) {
      return false;
    }
    synchronized (readers) {
      readers.removeIf(r -> r.refersTo(null));
      return readers.size() < MOST_READERS && readers.add(new WeakReference<>(reader));
    }
  }

  /** The reader works ahead no more. */
  public void leave(Object reader) {
    synchronized (readers) {
      readers.removeIf(r -> r.refersTo(reader));
    }
  }

  /** Runs the work on one of the threads; only for a reader that was admitted. */
  public void execute(Runnable work) {
    threads.execute(work);
  }
}
