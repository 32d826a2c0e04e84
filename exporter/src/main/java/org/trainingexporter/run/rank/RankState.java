package org.trainingexporter.run.rank;

import static org.trainingexporter.event.Unknown.UNKNOWN;
import static org.trainingexporter.event.Unknown.firstKnown;
import static org.trainingexporter.event.Unknown.ifFinite;
import static org.trainingexporter.event.Unknown.isKnown;

import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.run.window.SortedWindow;

/** What one rank's training records say. Times are seconds since 1970. One thread. */
final class RankState {
  private static final int MEDIAN_OF = 50;
  private static final int GAPS = 20;

  private final SortedWindow stepTimes = new SortedWindow(MEDIAN_OF);
  private final StepLosses losses = new StepLosses();
  private final SortedWindow gaps = new SortedWindow(GAPS);
  private RankPlace place;
  private double step = UNKNOWN;
  private double position = UNKNOWN;
  private double time = UNKNOWN;
  private double loss = UNKNOWN;
  private double secondsPerStep = UNKNOWN;
  private boolean finite = true;

  RankState(RankPlace place) {
    this.place = place;
  }

  /** The rank has come that far before its records were asked for. */
  void start(double atStep, double atTime, double newestLoss) {
    step = atStep;
    position = atStep;
    time = atTime;
    loss = newestLoss;
    if (isKnown(atStep) && isKnown(newestLoss)) {
      losses.add(atStep, newestLoss);
    }
  }

  void add(RankPlace from, LogRecord r) {
    place = place.with(from);
    double own = firstKnown(r.value(Signal.POSITION), r.value(Signal.EPOCH));
    if (own < position) {
      stepTimes.clear();
      losses.clear();
      position = UNKNOWN;
    }
    addStepTime(r, own);
    addLoss(r, own);
    if (r.time() > time) {
      gaps.add(own, r.time() - time);
    }
    step = firstKnown(r.value(Signal.POSITION), step);
    position = firstKnown(own, position);
    time = firstKnown(r.time(), time);
  }

  private void addStepTime(LogRecord r, double own) {
    double logged = 1 / r.value(Signal.STEPS_PER_SECOND);
    double measured = own > position ? (r.time() - time) / (own - position) : UNKNOWN;
    double seconds = firstKnown(logged, measured);
    if (seconds > 0 && seconds < Double.POSITIVE_INFINITY) {
      secondsPerStep = seconds;
      stepTimes.add(own, seconds);
    }
  }

  private void addLoss(LogRecord r, double own) {
    if (r.has(Signal.LOSS)) {
      double value = r.value(Signal.LOSS);
      finite = Double.isFinite(value);
      if (finite) {
        loss = value;
        losses.add(own, value);
      }
    }
  }

  double medianStepTime() {
    return stepTimes.size() == 0 ? UNKNOWN : stepTimes.median();
  }

  /** How far its losses are above those of the rank that leads; unknown without a common step. */
  double lossAbove(RankState leading) {
    return losses.above(leading.losses);
  }

  /**
   * The rank as it is now.
   *
   * @param leading the rank that leads
   * @param usualStepTime the median of all ranks
   * @param usuallyAbove the median of what all ranks' losses are above those of the one that leads
   */
  RankSnapshot snapshot(RankState leading, double usualStepTime, double usuallyAbove) {
    return new RankSnapshot(
        place,
        step,
        loss,
        secondsPerStep,
        time,
        gaps.size() == 0 ? UNKNOWN : gaps.median(),
        medianStepTime() / usualStepTime,
        deviation(leading, usuallyAbove));
  }

  private double deviation(RankState leading, double usuallyAbove) {
    double usual = leading.losses.median() + usuallyAbove;
    double deviation = Math.abs((lossAbove(leading) - usuallyAbove) / usual);
    return finite ? ifFinite(deviation) : Double.POSITIVE_INFINITY;
  }
}
