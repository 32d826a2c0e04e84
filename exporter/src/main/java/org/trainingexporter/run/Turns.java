package org.trainingexporter.run;

import java.util.Locale;

/** The turns that a training takes, told as events: start, restart, rewind and, once, its end. */
final class Turns {
  private final Events events;
  private boolean ended;
  private boolean endTold;

  Turns(Events events) {
    this.events = events;
  }

  void start(Moment now) {
    events.add(Events.Type.START, now.time(), now.step(), "training starts at " + place(now));
  }

  /**
   * Tells a restart.
   *
   * @param from the position before
   */
  void restart(Moment now, double from) {
    endTold = false;
    events.add(Events.Type.RESTART, now.time(), now.step(), "restart at " + place(now, from));
  }

  /**
   * Tells a rewind.
   *
   * @param from the position before
   */
  void rewind(Moment now, double from) {
    endTold = false;
    events.add(Events.Type.REWIND, now.time(), now.step(), "back at " + place(now, from));
  }

  /** A training record came: what ended goes on. */
  void train() {
    ended = false;
  }

  /**
   * Looks whether the training is over after a record.
   *
   * @param logged whether the record says so
   * @param reached whether the position is at the plan
   */
  void end(Moment now, boolean logged, boolean reached) {
    ended |= logged;
    boolean over = ended || reached;
    if (over && !endTold) {
      events.add(Events.Type.END, now.time(), now.step(), "training ends at " + place(now));
    }
    endTold = over;
  }

  /** Whether the log itself says that the training is over. */
  boolean isEnded() {
    return ended;
  }

  private static String place(Moment at) {
    return String.format(Locale.ROOT, "%s %.0f", unit(at), at.position());
  }

  private static String place(Moment at, double from) {
    return String.format(Locale.ROOT, "%s after %s %.0f", place(at), unit(at), from);
  }

  private static String unit(Moment at) {
    return Double.isNaN(at.step()) ? "epoch" : "step";
  }
}
