package org.trainingexporter.tail.ahead;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Work that a thread does ahead, or its reader when it is due and nobody has begun it. */
public final class AheadWork implements Runnable {
  private final FutureTask<Void> task;

  public AheadWork(Runnable work) {
    this.task = new FutureTask<>(work, null);
  }

  @Override
  public void run() {
    task.run();
  }

  /** Nobody needs it any more. */
  public void cancel() {
    task.cancel(false);
  }

  /**
   * Waits for the work, or does it where no thread has begun.
   *
   * @return false where it has failed: then it is as if nobody had worked ahead
   */
  public boolean finish() {
    task.run();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          task.get();
          return true;
        } catch (InterruptedException e) {
          interrupted = true; // the work has a bounded time to go
        } catch (ExecutionException e) {
          if (e.getCause() instanceof Error error) {
            throw error;
          }
          return false;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
