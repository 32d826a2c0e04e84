package org.trainingexporter;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that looks at the logs: every half second, at once while there is more to read. */
final class LogPollingThread implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LogPollingThread.class);
  private static final long MILLIS = 500;

  private final BooleanSupplier step;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "logs");
  private String trouble = "";

  /**
   * @param step whether there is more to do at once; what it throws is told, and it is called again
   */
  LogPollingThread(BooleanSupplier step) {
    this.step = step;
  }

  void start() {
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try {
      while (!closed.await(more() ? 0 : MILLIS, TimeUnit.MILLISECONDS)) {
        // the work is in the condition
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean more() {
    try {
      boolean more = step.getAsBoolean();
      trouble = "";
      return more;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      if (!e.toString().equals(trouble)) {
        trouble = e.toString();
        log.error("reading the logs failed: {}; going on", trouble);
        log.debug("where", e);
      }
      return false;
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
