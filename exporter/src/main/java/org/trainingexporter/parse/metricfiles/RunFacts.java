package org.trainingexporter.parse.metricfiles;

import org.trainingexporter.event.EarlyEnd;

/**
 * What a writer notes of a run as a whole.
 *
 * @param name the run's own, or empty
 * @param start seconds since 1970, or NaN
 * @param end seconds since 1970, or NaN
 * @param hasEnded whether the run is over
 * @param earlyEnd how it is over without having been finished; null where it is not
 */
public record RunFacts(String name, double start, double end, boolean hasEnded, EarlyEnd earlyEnd) {
  /** Nothing is noted. */
  public static final RunFacts NONE = new RunFacts("", Double.NaN, Double.NaN, false, null);
}
