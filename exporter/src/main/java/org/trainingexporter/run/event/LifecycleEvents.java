package org.trainingexporter.run.event;

import java.util.Locale;
import org.trainingexporter.run.position.RecordPosition;

/** The turns that a training takes, told as events: start, restart, rewind and, once, its end. */
public final class LifecycleEvents {
  private final EventLog events;
  private boolean ended;
  private boolean endTold;

  public LifecycleEvents(EventLog events) {
    this.events = events;
  }

  public void start(RecordPosition now) {
    events.add(
        EventLog.EventType.START, now.time(), now.step(), "training starts at " + place(now));
  }

  /**
   * Tells a restart.
   *
   * @param from the position before
   */
  public void restart(RecordPosition now, double from) {
    endTold = false;
    events.add(
        EventLog.EventType.RESTART, now.time(), now.step(), "restart at " + place(now, from));
  }

  /**
   * Tells a rewind.
   *
   * @param from the position before
   */
  public void rewind(RecordPosition now, double from) {
    endTold = false;
    events.add(EventLog.EventType.REWIND, now.time(), now.step(), "back at " + place(now, from));
  }

  /** A training record came: what ended goes on. */
  public void train() {
    ended = false;
  }

  /**
   * Looks whether the training is over after a record.
   *
   * @param logged whether the record says so
   * @param reached whether the position is at the plan
   */
  public void end(RecordPosition now, boolean logged, boolean reached) {
    ended |= logged;
    boolean over = ended || reached;
    if (over && !endTold) {
      events.add(EventLog.EventType.END, now.time(), now.step(), "training ends at " + place(now));
    }
    endTold = over;
  }

  /** Whether the log itself says that the training is over. */
  public boolean isEnded() {
    return ended;
  }

  private static String place(RecordPosition at) {
    return String.format(Locale.ROOT, "%s %.0f", unit(at), at.position());
  }

  private static String place(RecordPosition at, double from) {
    return String.format(Locale.ROOT, "%s after %s %.0f", place(at), unit(at), from);
  }

  private static String unit(RecordPosition at) {
    return Double.isNaN(at.step()) ? "epoch" : "step";
  }
}
