package org.trainingexporter.service.step;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Steps on a thread of their own. A step that uses no processor time for half a second keeps that
 * thread, and a new thread goes on with the others. So a round costs one change of threads, and
 * what hangs costs a thread until it ends. After five seconds it is said to hang. At most {@link
 * #MOST} steps are left alone at a time: further ones hold up the rest.
 *
 * <p>What a step has written is seen by the caller when the step is over, and by later steps.
 */
public final class Crew implements Steps, AutoCloseable {
  /** Steps that may be left alone at the same time. */
  public static final int MOST = 16;

  private static final Logger log = LoggerFactory.getLogger(Crew.class);
  private static final int MOST_CHECKS = 5;
  private static final long HANGS_NANOS = 5_000_000_000L;

  /** A step that was left alone. */
  private record AloneStep(Step step, long sinceNanos) {}

  private final String name;
  private final Duration checkEvery;
  private final ThreadTime threadTime;
  private final LongSupplier nanos;
  private final Map<CrewThread, AloneStep> alone = new ConcurrentHashMap<>();
  private final Set<Object> held = ConcurrentHashMap.newKeySet();
  private final Set<AloneStep> named = new HashSet<>();
  private CrewThread thread;

  /** How long threads have run. */
  @FunctionalInterface
  public interface ThreadTime {
    /** Processor time in nanoseconds. */
    long of(Thread thread);
  }

  /**
   * @param name of its threads, and in the log
   */
  public Crew(String name) {
    this(name, Duration.ofMillis(100), new ProcessorTime(), System::nanoTime);
  }

  /**
   * @param checkEvery time between two checks of a step that takes long
   * @param nanos of the monotonic clock
   */
  public Crew(String name, Duration checkEvery, ThreadTime threadTime, LongSupplier nanos) {
    this.name = name;
    this.checkEvery = checkEvery;
    this.threadTime = threadTime;
    this.nanos = nanos;
  }

  @Override
  public void run(List<Step> steps) {
    nameHung();
    int next = 0;
    while (next < steps.size()) {
      if (thread == null) {
        thread = new CrewThread(name, this::isFree, this::ended);
        thread.start();
      }
      next = await(thread.begin(steps, next));
    }
    if (thread != null) {
      thread.rethrow();
    }
  }

  /** Waits for a round's end; the number of the step to go on with. */
  private int await(CrewThread.Round round) {
    int number = -1;
    long used = 0;
    int still = 0;
    while (!isOver(round)) {
      int now = round.number();
      long time = threadTime.of(thread.thread());
      still = now == number && time == used ? still + 1 : 0;
      number = now;
      used = time;
      if (still >= MOST_CHECKS && alone.size() < MOST && leaveAlone(round, number)) {
        return number + 1;
      }
      nameHung();
    }
    return round.steps().size();
  }

  private boolean isOver(CrewThread.Round round) {
    try {
      return round.over().await(checkEvery.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private boolean leaveAlone(CrewThread.Round round, int number) {
    Step step = round.steps().get(number);
    alone.put(thread, new AloneStep(step, nanos.getAsLong()));
    held.addAll(step.subjects());
    if (!round.leave(number)) {
      alone.remove(thread); // it has just ended
      held.removeAll(Set.copyOf(step.subjects()));
      return false;
    }
    thread = null;
    return true;
  }

  /** A step that was left alone is over. Runs on its thread. */
  private void ended(CrewThread of) {
    AloneStep over;
    boolean wasNamed;
    synchronized (named) {
      over = alone.remove(of);
      wasNamed = named.remove(over);
    }
    held.removeAll(Set.copyOf(over.step.subjects()));
    if (wasNamed) {
      log.info("{}: the {} can read it again", over.step.name(), name);
    }
  }

  private void nameHung() {
    if (alone.isEmpty()) {
      return;
    }
    synchronized (named) {
      for (AloneStep step : alone.values()) {
        if (hangs(step) && named.add(step)) {
          log.warn("{}: the {} hangs; the others go on without it", step.step.name(), name);
        }
      }
    }
  }

  private boolean hangs(AloneStep step) {
    return nanos.getAsLong() - step.sinceNanos >= HANGS_NANOS;
  }

  private boolean isFree(Step step) {
    return held.isEmpty() || step.subjects().stream().noneMatch(held::contains);
  }

  @Override
  public boolean isHeld(Object subject) {
    return held.contains(subject);
  }

  @Override
  public boolean isFull() {
    return alone.size() >= MOST;
  }

  /** Those of which the log says so, too: that may be news where nothing else is run. */
  @Override
  public List<Step> hung() {
    nameHung();
    return alone.values().stream().filter(this::hangs).map(AloneStep::step).toList();
  }

  @Override
  public boolean isExhausted() {
    return hung().size() >= MOST;
  }

  /** Ends its thread after the step that it runs; those left alone end with their steps. */
  @Override
  public void close() {
    CrewThread current = thread;
    if (current != null) {
      current.close();
    }
  }
}
