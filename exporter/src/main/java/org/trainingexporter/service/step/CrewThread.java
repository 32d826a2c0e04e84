package org.trainingexporter.service.step;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One thread of a {@link Crew}: it runs rounds of steps until it is left alone with one of them,
 * and ends with that.
 */
final class CrewThread {
  private static final int LEFT = -1;

  private final BlockingQueue<Runnable> rounds = new LinkedBlockingQueue<>();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final Predicate<Step> isFree;
  private final Consumer<CrewThread> ended;
  private final Thread thread;
  private boolean closed;

  /**
   * @param isFree whether a step may run
   * @param ended called when a step that it was left alone with is over
   */
  CrewThread(String name, Predicate<Step> isFree, Consumer<CrewThread> ended) {
    this.isFree = isFree;
    this.ended = ended;
    this.thread = new Thread(this::run, name);
    thread.setDaemon(true);
  }

  /** Steps from one on, and how far they have come. */
  record Round(List<Step> steps, AtomicInteger at, CountDownLatch over) {
    /** The number of the step that runs. */
    int number() {
      return Math.min(at.get(), steps.size() - 1);
    }

    /** Leaves the thread alone with its step; false where that is over by now. */
    boolean leave(int number) {
      return at.compareAndSet(number, LEFT);
    }
  }

  void start() {
    thread.start();
  }

  Thread thread() {
    return thread;
  }

  Round begin(List<Step> steps, int from) {
    Round round = new Round(steps, new AtomicInteger(from), new CountDownLatch(1));
    rounds.add(() -> run(round, from));
    return round;
  }

  private void run() {
    try {
      while (!closed) {
        rounds.take().run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(Round round, int from) {
    for (int i = from; i < round.steps().size(); i++) {
      run(round.steps().get(i));
      if (!round.at().compareAndSet(i, i + 1)) {
        ended.accept(this);
        closed = true;
        return;
      }
    }
    round.over().countDown();
  }

  private void run(Step step) {
    try {
      if (isFree.test(step)) {
        step.work().run();
      }
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e); // the other steps go on, and the caller hears of it
    }
  }

  /** Throws what a step has thrown since the last call. */
  void rethrow() {
    Throwable thrown = failure.getAndSet(null);
    if (thrown instanceof Error error) {
      throw error;
    } else if (thrown instanceof RuntimeException exception) {
      throw exception;
    }
  }

  /** Ends the thread once it has nothing to run. */
  void close() {
    rounds.add(() -> closed = true);
  }
}
