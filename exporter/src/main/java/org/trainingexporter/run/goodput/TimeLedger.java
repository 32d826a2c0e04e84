package org.trainingexporter.run.goodput;

import static org.trainingexporter.event.Unknown.UNKNOWN;
import static org.trainingexporter.event.Unknown.firstKnown;
import static org.trainingexporter.event.Unknown.isUnknown;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trainingexporter.event.TimeOrigin;
import org.trainingexporter.run.time.StallRule;

/**
 * Books the time between training records by kind. A gap that is no plain step is booked with a
 * later record, since a checkpoint in it is found a little after it was saved. One thread.
 */
public final class TimeLedger implements BookedTime {
  /** A checkpoint is found at most this long after it was saved, in seconds. */
  private static final double FOUND_WITHIN = 5;

  /** A run that is silent for so many seconds has no checkpoint in its newest gap still to find. */
  private static final double SILENT_AFTER = 30;

  private final double[] seconds = new double[TimeKind.COUNT];
  private final StallThreshold stall = new StallThreshold();
  private final StepDuration step = new StepDuration();
  private final List<TimeMark> marks = new ArrayList<>();

  /** Marks at the time of the newest record, whose gap held no more than steps: of the next. */
  private final List<TimeMark> closing = new ArrayList<>();

  private TrainingGap held;

  /** What plain gaps after the held one were booked as. */
  private final double[] sinceHeld = new double[TimeKind.COUNT];

  private final double[] settled = new double[TimeKind.COUNT];
  private long settledGaps;
  private double before = UNKNOWN;
  private double positionBefore = UNKNOWN;
  private double highest = UNKNOWN;
  private boolean rewound;
  private double lostSteps;

  /** A validation of that position came. */
  public void validated(double position, double time, TimeOrigin origin) {
    TimeMark mark = new TimeMark(TimeKind.EVALUATION, time, time, position);
    if (isMeasured(origin)) {
      TimeMark joined = marks.isEmpty() ? null : marks.get(marks.size() - 1).joinedWith(mark);
      if (joined == null) {
        marks.add(mark);
      } else {
        marks.set(marks.size() - 1, joined);
      }
    }
  }

  /** A checkpoint was saved. */
  public void saved(double position, double time) {
    TimeMark mark = new TimeMark(TimeKind.CHECKPOINT, time, time, position);
    if (time > before) {
      marks.add(mark);
    } else {
      boolean isHeld = held != null && held.add(mark);
      if (!isHeld && time == before) {
        closing.add(mark);
      }
    }
  }

  /** A new attempt begins, and with it a new reckoning: the time before it belongs to none. */
  public void restart() {
    settle();
    marks.clear();
    closing.clear();
    before = UNKNOWN;
    highest = UNKNOWN;
    rewound = false;
  }

  /** The attempt went back; {@code steps} is unknown where positions are no steps. */
  public void rewind(double steps) {
    rewound = true;
    lostSteps += firstKnown(steps, 0);
  }

  /** A training record came; it moved the training to that position. */
  public void trained(double position, double time, TimeOrigin origin) {
    if (isUnknown(time) || !isMeasured(origin)) {
      return;
    }
    if (time > before) {
      add(position, time);
    }
    if (!(time == before)) {
      marks.clear();
    }
    before = time;
    positionBefore = position;
    highest = Math.max(firstKnown(highest, position), position);
    rewound = false;
  }

  /** Whether the time up to that record holds nothing but steps of about their usual duration. */
  private boolean isPlain(double gap, double steps) {
    return marks.isEmpty() && !rewound && !isSlow(gap, steps) && gap <= StallRule.LEAST;
  }

  private boolean isSlow(double gap, double steps) {
    return steps > 0 && gap > 2 * steps * step.usual();
  }

  private void addPlain(double gap, double steps, double replayed) {
    addSteps(seconds, gap, replayed);
    if (held != null) {
      addSteps(sinceHeld, gap, replayed);
    }
    stall.add(gap);
    if (steps > 0) {
      step.add(gap, steps);
    }
  }

  private static void addSteps(double[] to, double gap, double replayed) {
    to[TimeKind.REPLAYED.ordinal()] += gap * replayed;
    to[TimeKind.PRODUCTIVE.ordinal()] += gap * (1 - replayed);
  }

  private TrainingGap gapTo(double time, double steps, double replayed) {
    double start = before;
    double usual = steps > 0 ? steps * step.usual() : stall.usualGap();
    List<TimeMark> inside = marks.stream().map(mark -> mark.within(start, time)).toList();
    double share = rewound ? 1 : replayed;
    double stallAfter = stall.within(time - start);
    return new TrainingGap(
        start, time, steps, share, usual, rewound, positionBefore, stallAfter, inside);
  }

  private void add(double position, double time) {
    double steps = position - positionBefore;
    double known = Math.min(position, highest) - positionBefore;
    double replayed = steps > 0 ? Math.max(0, known / steps) : position < highest ? 1 : 0;
    boolean slow = isSlow(time - before, steps);
    if (slow && marks.isEmpty()) {
      marks.addAll(closing);
    }
    boolean plain = isPlain(time - before, steps);
    closing.clear();
    if (!slow && !marks.isEmpty()) { // mostly there are none, and a stream costs more than the rest
      marks.stream().filter(mark -> mark.to() == time).forEach(closing::add);
    }
    if (held != null && (!plain || time >= held.end() + FOUND_WITHIN)) {
      settle(time - before);
    }
    if (plain) {
      addPlain(time - before, steps, replayed);
    } else {
      held = gapTo(time, steps, replayed);
    }
  }

  private void book(TrainingGap gap, double following) {
    TrainingGap.Findings found = gap.addTo(seconds, longestSilence(gap, following));
    stall.addMarked(found.longest());
    if (!found.pauses()) {
      stall.add(gap.seconds());
    }
    if (!found.pauses() && gap.isSteps()) {
      step.add(gap.seconds(), gap.steps());
    }
  }

  private double longestSilence(TrainingGap gap, double following) {
    return firstKnown(gap.stallAfter(), stall.byNext(following));
  }

  /**
   * For so many seconds after its end the held gap may still be booked as something else. A silence
   * that has lasted as long as an unjudged gap is followed by no gap that makes that a pause.
   */
  private double unsettledFor() {
    boolean judged = !isUnknown(firstKnown(held.stallAfter(), stall.usualGap()));
    return judged ? SILENT_AFTER : held.seconds();
  }

  /** The run is over, or what it has shown is all there is: no checkpoint is waited for. */
  public void settle() {
    settle(UNKNOWN);
  }

  private void settle(double following) {
    if (held != null) {
      book(held, following);
      held = null;
      settledGaps++;
      Arrays.setAll(settled, kind -> seconds[kind] - sinceHeld[kind]);
      Arrays.fill(sinceHeld, 0);
    }
  }

  private static boolean isMeasured(TimeOrigin origin) {
    return origin != null && origin.compareTo(TimeOrigin.SPEED) <= 0;
  }

  @Override
  public double seconds(TimeKind kind) {
    return seconds[kind.ordinal()];
  }

  @Override
  public boolean isWaiting() {
    return held != null;
  }

  @Override
  public long settledGaps() {
    return settledGaps;
  }

  @Override
  public double settledSeconds(TimeKind kind) {
    return settled[kind.ordinal()];
  }

  /**
   * What was booked so far.
   *
   * @param origin where the run's times come from, at best
   * @param countsSteps whether positions are steps
   */
  public GoodputSnapshot snapshot(TimeOrigin origin, boolean countsSteps) {
    if (!isMeasured(origin)) {
      return GoodputSnapshot.UNTIMED;
    }
    double lost = countsSteps ? lostSteps : UNKNOWN;
    if (held == null) {
      return GoodputSnapshot.of(seconds, lost);
    }
    double[] withHeld = seconds.clone();
    held.addTo(withHeld, longestSilence(held, UNKNOWN));
    return GoodputSnapshot.of(seconds, lost, withHeld, held.end() + unsettledFor());
  }
}
