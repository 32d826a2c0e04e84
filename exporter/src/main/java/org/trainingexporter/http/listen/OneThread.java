package org.trainingexporter.http.listen;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A daemon thread for work that takes long, which ends when it is idle and starts when needed. */
public final class OneThread {
  private static final long IDLE_SECONDS = 10;

  private OneThread() {}

  /**
   * Makes an executor with such a thread.
   *
   * @param waiting holds what waits for it; further work is rejected when it is full
   */
  public static ThreadPoolExecutor named(String name, BlockingQueue<Runnable> waiting) {
    ThreadPoolExecutor one =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            waiting,
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
    one.allowCoreThreadTimeOut(true);
    return one;
  }
}
