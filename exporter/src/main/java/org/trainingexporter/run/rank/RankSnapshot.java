package org.trainingexporter.run.rank;

/**
 * One rank of a training; unknown is NaN.
 *
 * @param updated time of its newest record, seconds since 1970
 * @param interval median of the seconds between its last 20 records
 * @param slowdown its median time of a step over the median of all ranks
 * @param deviation how far its losses are from what is usual among the ranks at the same steps, as
 *     a part of the loss: a median of its last 50; infinite where its newest loss is no finite
 *     number
 */
public record RankSnapshot(
    RankPlace place,
    double step,
    double loss,
    double secondsPerStep,
    double updated,
    double interval,
    double slowdown,
    double deviation) {
  /**
   * As the alerts have it, which SharedThresholdsTest compares: prometheus/rules/thresholds.yml.
   */
  private static final double SLOW = 1.25;

  private static final double SILENT_SECONDS = 600;
  private static final double SILENT_INTERVALS = 10;

  /** Whether all others wait for it at each step. */
  public boolean isSlow() {
    return slowdown > SLOW;
  }

  /**
   * Whether it has logged nothing for long while others have.
   *
   * @param newest time of the newest record of all ranks, seconds since 1970
   */
  public boolean isSilent(double newest) {
    double silence = newest - updated;
    return silence > SILENT_SECONDS && !(silence <= SILENT_INTERVALS * interval);
  }

  /** As a label shows it. */
  public String label() {
    return Integer.toString(place.rank());
  }
}
