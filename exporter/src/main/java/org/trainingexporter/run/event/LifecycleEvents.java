package org.trainingexporter.run.event;

import static org.trainingexporter.event.Unknown.isUnknown;

import java.util.Locale;
import org.trainingexporter.event.EarlyEnd;
import org.trainingexporter.run.event.EventLog.EventType;
import org.trainingexporter.run.position.RecordPosition;

/** The events of a training's life: its start, restarts, rewinds and, once an attempt, its end. */
public final class LifecycleEvents {
  private final EventLog events;

  /** Whether the log says that the training is over. */
  private boolean ended;

  /** How the log says that the training is over before its plan; null where it does not. */
  private EarlyEnd earlyEnd;

  private boolean over;

  public LifecycleEvents(EventLog events) {
    this.events = events;
  }

  public void start(RecordPosition now) {
    add(EventType.START, now, "training starts at " + words(now));
  }

  /**
   * A new attempt begins.
   *
   * @param from the position before
   */
  public void restart(RecordPosition now, double from) {
    over = false;
    add(EventType.RESTART, now, "restart at " + words(now, from));
  }

  /**
   * The training went back.
   *
   * @param from the position before
   */
  public void rewind(RecordPosition now, double from) {
    over = false;
    add(EventType.REWIND, now, "back at " + words(now, from));
  }

  /** A training record came: a training that had ended goes on. */
  public void trained() {
    ended = false;
    earlyEnd = null;
  }

  /**
   * Notes after each record whether the training is over.
   *
   * @param logged whether the record says so
   * @param reached whether the position is at the plan
   * @return whether it is over with this record, so that {@link #end} is due
   */
  public boolean isEnd(boolean logged, boolean reached) {
    ended |= logged;
    boolean before = over;
    over = ended || reached;
    return over && !before;
  }

  /** The log says that the training is over without having been finished. */
  public void endEarly(EarlyEnd how) {
    earlyEnd = how;
  }

  /**
   * The training is over.
   *
   * @param planned steps, or unknown
   */
  public void end(RecordPosition now, double planned) {
    boolean reached = now.step() >= planned - 1;
    boolean exactly = now.step() == planned || isUnknown(planned);
    String what = reached ? "plan reached: " : "training ends at ";
    add(EventType.END, now, what + words(now) + (exactly ? "" : planned(planned)));
  }

  private static String planned(double steps) {
    return String.format(Locale.ROOT, " (%.0f planned)", steps);
  }

  /** Whether the log itself says that the training is over. */
  public boolean isEnded() {
    return ended;
  }

  /**
   * How the log says that the training is over before its plan; null where it has gone on since.
   */
  public EarlyEnd earlyEnd() {
    return earlyEnd;
  }

  private void add(EventType type, RecordPosition now, String message) {
    events.add(type, now.time(), now.step(), message);
  }

  private static String words(RecordPosition at) {
    return String.format(Locale.ROOT, "%s %.0f", unit(at), at.position());
  }

  private static String words(RecordPosition at, double from) {
    return String.format(Locale.ROOT, "%s after %s %.0f", words(at), unit(at), from);
  }

  private static String unit(RecordPosition at) {
    return isUnknown(at.step()) ? "epoch" : "step";
  }
}
