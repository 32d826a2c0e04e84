package org.trainingexporter.plots;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Reads logs on one thread, a slice at a time, so that neither scrapes nor another run's viewers
 * wait for a long log. The thread ends when nobody asks.
 */
public final class SlicedExecutor implements AutoCloseable {
  private static final int AT_ONCE = 2;
  private static final int IDLE_SECONDS = 10;

  /** What somebody waits for; all of it is called on the thread. */
  public interface SlicedWork<T> {
    /** Does a slice of it, and tells whether there is more. */
    boolean hasMore() throws IOException;

    T result();

    /** Lets go what is kept. */
    void failed();
  }

  private record Slice<T>(SlicedWork<T> work, CompletableFuture<T> result) {}

  private final ScheduledThreadPoolExecutor thread;
  private final Deque<Slice<?>> waiting = new ArrayDeque<>();
  private int busy;

  SlicedExecutor() {
    this.thread =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread made = new Thread(task, "plots");
              made.setDaemon(true);
              return made;
            });
    thread.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    thread.allowCoreThreadTimeOut(true);
    thread.setRemoveOnCancelPolicy(true);
  }

  ScheduledThreadPoolExecutor thread() {
    return thread;
  }

  <T> CompletableFuture<T> add(SlicedWork<T> work) {
    Slice<T> task = new Slice<>(work, new CompletableFuture<>());
    thread.execute(
        () -> {
          waiting.add(task);
          next();
        });
    return task.result;
  }

  private void next() {
    while (busy < AT_ONCE && !waiting.isEmpty()) {
      busy++;
      slice(waiting.remove());
    }
  }

  /** Does a slice of it, and lines up again until nothing is left to read. */
  private <T> void slice(Slice<T> task) {
    try {
      if (task.work.hasMore()) {
        thread.execute(() -> slice(task));
        return;
      }
      task.result.complete(task.work.result());
    } catch (Exception | OutOfMemoryError e) {
      task.work.failed();
      task.result.completeExceptionally(e);
    }
    busy--;
    thread.execute(this::next);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
