package org.trainingexporter.testing;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.trainingexporter.service.step.Crew;

/**
 * Threads that hang until a test lets them go on. Only they use no processor time, however slow the
 * machine is on which the test runs.
 */
public final class HungThreads implements Crew.ThreadTime {
  private final Set<Thread> hung = ConcurrentHashMap.newKeySet();
  private final AtomicLong time = new AtomicLong();
  private volatile CountDownLatch goOn = new CountDownLatch(1);

  /** Hangs, on the caller's thread. */
  public void hang() {
    CountDownLatch latch = goOn; // read first: once it is seen to hang, a test may let it go on
    hung.add(Thread.currentThread());
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      hung.remove(Thread.currentThread());
    }
  }

  /** Lets all that hang go on. */
  public void goOn() {
    CountDownLatch before = goOn;
    goOn = new CountDownLatch(1);
    before.countDown();
  }

  /** How many hang now. */
  public int count() {
    return hung.size();
  }

  /** How often the time of a thread that works was asked for. */
  public long time() {
    return time.get();
  }

  @Override
  public long of(Thread thread) {
    return hung.contains(thread) ? time.get() : time.incrementAndGet();
  }
}
