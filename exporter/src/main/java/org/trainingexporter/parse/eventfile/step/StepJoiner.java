package org.trainingexporter.parse.eventfile.step;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Map;
import org.trainingexporter.parse.eventfile.layer.TensorSummary;

/**
 * Joins the events of one directory to groups, one for each step. A group ends when one of its tags
 * comes with another step, when the file's own times show a pause, or when nothing is written any
 * more. Groups end in the order in which they began. One thread.
 */
public final class StepJoiner {
  /** Seconds without a value after which a step counts as told. */
  public static final double PAUSE = 2;

  /** A writer that is slower at times makes the pause longer, up to this. */
  private static final double LONGEST_PAUSE = 60;

  /** Steps of so many different counters may be told at the same time. */
  private static final int MOST_OPEN = 4;

  private final Deque<StepGroup> open = new ArrayDeque<>();
  private final Deque<StepGroup> closed = new ArrayDeque<>();
  private final Deque<StepGroup> spare = new ArrayDeque<>();
  private double pause = PAUSE;
  private boolean beginsFile;
  private double time;
  private double step;
  private long frame;

  /** The values that follow are of another file. */
  public void beginFile() {
    beginsFile = true;
  }

  /** The values that follow are of one event. */
  public void beginEvent(double itsTime, long itsStep, long itsFrame) {
    time = itsTime;
    step = (double) itsStep;
    frame = itsFrame;
  }

  public void add(TagReading tag, double value) {
    group(tag).add(tag, value);
  }

  public void add(TagReading tag, TensorSummary tensor) {
    group(tag).add(tag, tensor);
  }

  /** Settings stand at no step: they are a group of their own, which is whole at once. */
  public void addSettings(Map<String, String> texts) {
    StepGroup group = begin(Double.NaN, false);
    group.setSettings(texts);
    closeThrough(group);
  }

  private StepGroup group(TagReading tag) {
    StepGroup before = tag.group();
    if (before != null && before.step != step && open.contains(before)) {
      closeThrough(before);
    }
    StepGroup found = null;
    for (StepGroup group : open) {
      if (time - group.newest > pause) {
        continue;
      }
      if (group.step == step && group.byEpoch == tag.byEpoch) {
        found = group;
      }
    }
    if (found == null) {
      closePaused();
      if (open.size() == MOST_OPEN) {
        closeThrough(open.peek());
      }
      found = begin(step, tag.byEpoch);
    }
    found.newest = Math.max(found.newest, time);
    return found;
  }

  private void closePaused() {
    StepGroup last = null;
    for (StepGroup group : open) {
      last = time - group.newest > pause ? group : last;
    }
    if (last != null) {
      closeThrough(last);
    }
  }

  private StepGroup begin(double itsStep, boolean byEpoch) {
    StepGroup group = spare.isEmpty() ? new StepGroup() : spare.pop();
    group.begin(itsStep, byEpoch, time, frame);
    group.beginsFile = beginsFile;
    beginsFile = false;
    open.add(group);
    return group;
  }

  /** Closes a group and those that began before it. */
  private void closeThrough(StepGroup last) {
    for (Iterator<StepGroup> all = open.iterator(); all.hasNext(); ) {
      StepGroup group = all.next();
      all.remove();
      closed.add(group);
      if (group == last) {
        return;
      }
    }
  }

  /** A value came so late that its step had been handed on: the next one waits longer. */
  void wasLate(double seconds) {
    pause = Math.min(LONGEST_PAUSE, Math.max(pause, 1.5 * seconds));
  }

  /** Seconds without a write after which an open group counts as whole. */
  public double pause() {
    return pause;
  }

  /** Whether a group is whole. */
  public boolean hasWhole() {
    return !closed.isEmpty();
  }

  /** When the next group began, whole or not; NaN where there is none or its time is unknown. */
  public double nextTime() {
    StepGroup next = closed.isEmpty() ? open.peek() : closed.peek();
    return next == null ? Double.NaN : next.first;
  }

  public boolean isEmpty() {
    return closed.isEmpty() && open.isEmpty();
  }

  /** The next group, whole or not; it is to be given back by {@link #recycle}. */
  StepGroup poll() {
    return closed.isEmpty() ? open.poll() : closed.poll();
  }

  void recycle(StepGroup group) {
    spare.push(group);
  }
}
