package org.trainingexporter.run.goodput;

import static org.trainingexporter.event.Unknown.firstKnown;
import static org.trainingexporter.event.Unknown.isUnknown;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The time between two training records, and what lies in it.
 *
 * @param steps by which the position rose; below 0 where the training went back
 * @param replayed the part of its steps that was made before, from 0 to 1
 * @param usual how long its steps usually take, or unknown
 * @param rewinds whether the training went back in it
 * @param position of the training at its start
 * @param stallAfter how long a silence in it may last that is no pause, in seconds; unknown where
 *     no gap before shows it
 */
record TrainingGap(
    double start,
    double end,
    double steps,
    double replayed,
    double usual,
    boolean rewinds,
    double position,
    double stallAfter,
    List<TimeMark> marks) {
  TrainingGap {
    marks = new ArrayList<>(marks);
  }

  double seconds() {
    return end - start;
  }

  /** Whether nothing but steps lies in it, so that it shows how long a step takes. */
  boolean isSteps() {
    return marks.isEmpty() && !rewinds && steps > 0;
  }

  /** Adds a mark that was found late; false where it lies elsewhere. */
  boolean add(TimeMark mark) {
    boolean inside = mark.from() > start && mark.from() <= end;
    return inside && marks.add(mark);
  }

  /**
   * What was found in a gap.
   *
   * @param pauses whether it holds a pause
   * @param longest the longest silence, in seconds, that ended with a mark of the position before
   */
  record Findings(boolean pauses, double longest) {}

  /**
   * Adds its seconds to what they were used for; changes nothing else.
   *
   * @param longestSilence that is no pause, in seconds
   */
  Findings addTo(double[] seconds, double longestSilence) {
    double[] marked = new double[TimeKind.COUNT];
    TimeKind last = TimeKind.PRODUCTIVE;
    double at = start;
    marks.sort(Comparator.comparingDouble(TimeMark::from));
    double known = 0;
    double longest = 0;
    for (TimeMark mark : marks) {
      double silence = Math.max(0, mark.from() - at);
      boolean pauses = silence > longestSilence;
      marked[(pauses ? TimeKind.PAUSED : mark.kind()).ordinal()] += silence;
      marked[mark.kind().ordinal()] += mark.to() - mark.from();
      if (mark.position() <= position) {
        known += mark.to() - mark.from() + (pauses ? 0 : silence);
        longest = Math.max(longest, silence);
      }
      at = Math.max(at, mark.to());
      last = mark.kind();
    }
    double steps = firstKnown(Math.min(usual, seconds()), 0);
    double tail = end - at;
    double silent = marked[TimeKind.PAUSED.ordinal()];
    silent += tail > longestSilence ? tail - steps : 0; // the silence ends with these steps
    double paused = Math.min(silent, seconds() - steps);
    double rest = seconds() - paused - steps;
    seconds[TimeKind.PAUSED.ordinal()] += paused;
    // Without a usual duration, only what follows the record before with no step between is known.
    double other = isUnknown(usual) ? Math.min(rest, known) : rest;
    boolean isStep = marks.isEmpty() || rewinds;
    if (!isStep) {
      share(other, marked, last, seconds);
    }
    addSteps(seconds() - paused - (isStep ? 0 : other), seconds);
    return new Findings(paused > 0, longest);
  }

  private static void share(double other, double[] marked, TimeKind last, double[] seconds) {
    double evaluation = marked[TimeKind.EVALUATION.ordinal()];
    double both = evaluation + marked[TimeKind.CHECKPOINT.ordinal()];
    double ofEvaluation = both > 0 ? evaluation / both : last == TimeKind.EVALUATION ? 1 : 0;
    seconds[TimeKind.EVALUATION.ordinal()] += other * ofEvaluation;
    seconds[TimeKind.CHECKPOINT.ordinal()] += other * (1 - ofEvaluation);
  }

  private void addSteps(double stepping, double[] seconds) {
    seconds[TimeKind.REPLAYED.ordinal()] += stepping * replayed;
    seconds[TimeKind.PRODUCTIVE.ordinal()] += stepping * (1 - replayed);
  }
}
