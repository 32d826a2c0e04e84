package org.trainingexporter.plots;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs long readings of logs on one thread, a slice of each at a time, so that neither a scrape nor
 * the viewers of another run wait for a long log. The thread ends when it has been idle for a
 * while.
 */
public final class SlicedExecutor implements AutoCloseable {
  private static final int AT_ONCE = 2;
  private static final int IDLE_SECONDS = 10;
  private static final long RETRY_MILLIS = 100;

  /** What a slice of work has come to. */
  public enum Slice {
    /** Another slice is needed. */
    MORE,

    /** Nothing can be done for now; to be tried again. */
    WAITS,

    DONE
  }

  /** Work that is done in slices. The executor calls every method on its thread. */
  public interface SlicedWork<T> {
    /**
     * Does one slice of the work.
     *
     * @throws HungReadException if it would have to wait for too long
     */
    Slice runSlice() throws IOException;

    /** The result, once no slice is left. */
    T result();

    /** Drops what is cached, after a slice or the result failed, but not if it only hangs. */
    void failed();
  }

  private record PendingWork<T>(SlicedWork<T> work, CompletableFuture<T> result) {}

  private final ScheduledThreadPoolExecutor thread;
  private final Deque<PendingWork<?>> waiting = new ArrayDeque<>();
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
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** The thread itself, for other work that uses the same cached state. */
  ScheduledThreadPoolExecutor thread() {
    return thread;
  }

  /** Queues work; two are in progress at once. Any thread. */
  <T> CompletableFuture<T> add(SlicedWork<T> work) {
    PendingWork<T> pending = new PendingWork<>(work, new CompletableFuture<>());
    thread.execute(() -> queue(pending));
    return pending.result;
  }

  private void queue(PendingWork<?> pending) {
    waiting.add(pending);
    startWaiting();
  }

  private void startWaiting() {
    while (busy < AT_ONCE && !waiting.isEmpty()) {
      busy++;
      run(waiting.remove());
    }
  }

  /** Runs one slice, and queues the next one behind the other work. */
  private <T> void run(PendingWork<T> pending) {
    try {
      switch (pending.work.runSlice()) {
        case MORE -> {
          thread.execute(() -> run(pending));
          return;
        }
        case WAITS -> {
          var unused = thread.schedule(() -> queue(pending), RETRY_MILLIS, TimeUnit.MILLISECONDS);
        }
        case DONE -> pending.result.complete(pending.work.result());
      }
    } catch (HungReadException e) {
      pending.result.completeExceptionally(e);
    } catch (Exception | OutOfMemoryError e) {
      pending.work.failed();
      pending.result.completeExceptionally(e);
    }
    busy--;
    thread.execute(this::startWaiting);
  }

  /** Ends the thread after its slice, which is not interrupted. */
  @Override
  public void close() {
    thread.shutdown();
  }
}
