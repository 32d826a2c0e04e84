package org.trainingexporter.service;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * A daemon thread that runs a body again and again until it is closed. A body that throws is
 * reported once and run again after the idle wait, unless the heap is full. Waits follow the
 * monotonic clock.
 */
public final class Loop implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Loop.class);

  private final FaultReporter faults = new FaultReporter(log);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final String failure;
  private final Duration idle;
  private final LoopBody body;
  private final Thread thread;
  private Runnable atEnd = () -> {};

  /** The work that is repeated, a small piece at a time. */
  @FunctionalInterface
  public interface LoopBody {
    /** Runs on the loop's thread; an {@link InterruptedException} ends the loop. */
    Next run() throws Exception;
  }

  /**
   * When the body runs again.
   *
   * @param delay empty for the loop's idle wait
   */
  public record Next(Optional<Duration> delay) {
    /** At once: there is more to do. */
    public static final Next MORE = after(Duration.ZERO);

    /** After the loop's idle wait. */
    public static final Next IDLE = new Next(Optional.empty());

    /** After that time. */
    public static Next after(Duration delay) {
      return new Next(Optional.of(delay));
    }
  }

  /**
   * @param name of the thread
   * @param failure what the log says when the body throws, such as {@code "reading failed"}
   * @param idle wait when there is nothing to do, and after a failure
   */
  public Loop(String name, String failure, Duration idle, LoopBody body) {
    this.failure = failure;
    this.idle = idle;
    this.body = body;
    this.thread = new Thread(this::run, name);
    thread.setDaemon(true);
  }

  /** Sets what the thread does last, however it ends. To be called before {@link #start}. */
  public Loop atEnd(Runnable action) {
    atEnd = action;
    return this;
  }

  /** Starts the thread; a second call does nothing. */
  public synchronized void start() {
    if (thread.getState() == Thread.State.NEW) {
      thread.start();
    }
  }

  private void run() {
    try {
      Duration wait = Duration.ZERO;
      while (!isClosedWithin(wait)) {
        wait = runBody();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      atEnd.run();
    }
  }

  private Duration runBody() throws InterruptedException {
    try {
      Next next = body.run();
      faults.recovered();
      return next.delay().orElse(idle);
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError e) {
      if (HeapGuard.isHeapFull(e)) {
        throw (OutOfMemoryError) e; // nothing works any more: the process is to end
      }
      faults.failed(Level.ERROR, failure + ": " + e + "; going on", e);
      return idle;
    }
  }

  private boolean isClosedWithin(Duration wait) throws InterruptedException {
    return closed.await(wait.toNanos(), TimeUnit.NANOSECONDS);
  }

  /**
   * Waits inside the body.
   *
   * @throws InterruptedException if the loop is closed before that time has passed
   */
  public void pause(Duration time) throws InterruptedException {
    if (isClosedWithin(time)) {
      throw new InterruptedException("closed");
    }
  }

  /** Waits until the thread has ended; false if it still runs after that time. */
  public boolean awaitEnd(Duration limit) {
    try {
      thread.join(limit.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
  }

  /** Lets the body finish and then ends the thread. Does not wait and does not interrupt it. */
  @Override
  public void close() {
    closed.countDown();
  }
}
