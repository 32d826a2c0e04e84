package org.trainingexporter.service;

import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/**
 * Logs a fault once, however often it happens, and its end once. After a number of different faults
 * without a recovery it logs no more of them, so that nothing can flood the log. Any thread.
 */
public final class FaultReporter {
  private static final int MOST = 100;

  private final Logger log;
  private final int most;
  private final String last;
  private Set<String> reported = Set.of();
  private volatile boolean failed;
  private volatile boolean muted;

  public FaultReporter(Logger log) {
    this(log, MOST, "further faults of this kind are not logged");
  }

  /**
   * @param most number of different faults that are logged between two recoveries
   * @param last logged behind the last of them
   */
  public FaultReporter(Logger log, int most, String last) {
    this.log = log;
    this.most = most;
    this.last = last;
  }

  /** Logs the message, unless it was logged since the last recovery. */
  public void failed(Level level, String message) {
    failed(level, message, message);
  }

  /** The same; the trace follows at level debug. */
  public void failed(Level level, String message, Throwable cause) {
    if (report(level, message, message)) {
      log.debug("where", cause);
    }
  }

  /** Logs the message, unless another was logged for that fault since the last recovery. */
  public void failed(Level level, String fault, String message) {
    report(level, fault, message);
  }

  private synchronized boolean report(Level level, String fault, String message) {
    if (muted || reported.contains(fault)) {
      return false;
    }
    if (!failed) {
      reported = new HashSet<>();
      failed = true;
    }
    reported.add(fault);
    log.atLevel(level).log("{}", message);
    if (reported.size() == most) {
      muted = true;
      log.atLevel(level).log("{}", last);
    }
    return true;
  }

  /** Whether something has failed since the last recovery. */
  public boolean hasFailed() {
    return failed;
  }

  /** Whether no fault is logged any more until a recovery. */
  public boolean isMuted() {
    return muted;
  }

  /** It works: every fault will be logged again. */
  public void recovered() {
    if (failed) {
      clear();
    }
  }

  /** The same; the message is logged if something had failed. */
  public void recovered(String message) {
    if (failed && clear()) {
      log.info("{}", message);
    }
  }

  private synchronized boolean clear() {
    boolean had = failed;
    reported = Set.of();
    failed = false;
    muted = false;
    return had;
  }
}
