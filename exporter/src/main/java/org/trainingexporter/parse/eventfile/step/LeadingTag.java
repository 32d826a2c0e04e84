package org.trainingexporter.parse.eventfile.step;

import java.util.ArrayList;
import java.util.List;
import org.trainingexporter.event.key.Signal;

/**
 * The tag whose steps are the training's: the loss by its best name, else what trains first. Tags
 * whose steps count something else are found by comparison with it: they stay far behind it, or run
 * ahead. One thread.
 */
final class LeadingTag {
  private TagReading leader;
  private double step = Double.NaN;
  private final List<TagReading> ahead = new ArrayList<>();

  /** A training that was started again may go back. */
  void beginFile() {
    step = Double.NaN;
  }

  /** Whether the steps of the group, the next one of the run, are the training's. */
  boolean counts(StepGroup group) {
    boolean leads = find(group);
    boolean trains = leads || group.trains();
    if (leads) {
      advance(group.step);
    }
    boolean counts = leads || !(isOther(group) || isBehind(group, trains));
    for (int i = 0; i < group.size(); i++) {
      TagReading tag = group.tag(i);
      tag.handedOn(group.step);
      if (counts && !leads && !tag.isAhead) {
        tag.isAhead = true;
        ahead.add(tag);
      }
    }
    boolean says = trains || group.validates() || !group.tensors().isEmpty();
    return counts && (says || leader == null);
  }

  /** Whether the group holds the leading tag, which it may be the first to have. */
  private boolean find(StepGroup group) {
    boolean found = false;
    for (int i = 0; i < group.size(); i++) {
      TagReading tag = group.tag(i);
      if (tag != leader && tag.trains() && leadsBefore(tag)) {
        replace(tag, group.step);
      }
      found |= tag == leader;
    }
    return found;
  }

  private void replace(TagReading by, double at) {
    if (leader != null) {
      leader.countsOther |= leader.newest > at + 2;
    }
    leader = by;
    leader.countsOther = false;
    step = Double.NaN;
  }

  private boolean leadsBefore(TagReading tag) {
    if (leader == null || !leader.trains()) {
      return true;
    }
    boolean loss = tag.field().signal == Signal.LOSS;
    boolean leaderIsLoss = leader.field().signal == Signal.LOSS;
    return loss && (!leaderIsLoss || tag.field().rank < leader.field().rank);
  }

  private static boolean isOther(StepGroup group) {
    for (int i = 0; i < group.size(); i++) {
      if (group.tag(i).countsOther) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the group comes too late, or counts epochs where the training counts steps. A
   * validation may lag far behind the training that it is of.
   */
  private boolean isBehind(StepGroup group, boolean trains) {
    if (trains) {
      return group.step < step;
    }
    boolean index = true;
    for (int i = 0; i < group.size(); i++) {
      index &= group.tag(i).mayBeIndex(group.step);
    }
    return index && group.step < step / 2;
  }

  /** What ran ahead of the leading tag by more than its stride counts something else. */
  private void advance(double to) {
    double stride = to > step ? to - step : 1;
    for (TagReading tag : ahead) {
      tag.countsOther |= tag != leader && tag.newest > to + 2 * stride;
      tag.isAhead = false;
    }
    ahead.clear();
    step = to;
  }
}
