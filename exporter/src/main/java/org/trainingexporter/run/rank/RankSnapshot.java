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
  /** As a label shows it. */
  public String label() {
    return Integer.toString(place.rank());
  }
}
