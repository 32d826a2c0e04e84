package org.trainingexporter.run.goodput;

import static org.trainingexporter.event.Unknown.UNKNOWN;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where the hours went.
 *
 * @param seconds by kind, each of them; empty where the times of records are not known
 * @param lostSteps the steps that rewinds went back, summed; unknown where the run counts no steps
 *     or the times are not known
 * @param withNewest the seconds with the newest gap, whose parts are settled later
 * @param silentAt from when on these hold if no record comes, in seconds since 1970
 */
public record GoodputSnapshot(
    Map<TimeKind, Double> seconds,
    double lostSteps,
    Map<TimeKind, Double> withNewest,
    double silentAt) {
  /** Of a run whose times are not known. */
  public static final GoodputSnapshot UNTIMED =
      new GoodputSnapshot(Map.of(), UNKNOWN, Map.of(), UNKNOWN);

  public GoodputSnapshot {
    seconds = Map.copyOf(seconds);
    withNewest = Map.copyOf(withNewest);
  }

  static GoodputSnapshot of(double[] seconds, double lostSteps) {
    return of(seconds, lostSteps, seconds, UNKNOWN);
  }

  static GoodputSnapshot of(
      double[] seconds, double lostSteps, double[] withNewest, double silentAt) {
    return new GoodputSnapshot(byKind(seconds), lostSteps, byKind(withNewest), silentAt);
  }

  private static Map<TimeKind, Double> byKind(double[] seconds) {
    Map<TimeKind, Double> byKind = new EnumMap<>(TimeKind.class);
    Arrays.stream(TimeKind.values()).forEach(kind -> byKind.put(kind, seconds[kind.ordinal()]));
    return byKind;
  }

  /**
   * What is known at that time: once the run is silent, its newest gap counts too.
   *
   * @param now seconds since 1970
   */
  public GoodputSnapshot at(double now) {
    return now >= silentAt ? new GoodputSnapshot(withNewest, lostSteps, withNewest, UNKNOWN) : this;
  }

  /** The seconds of that kind, or unknown. */
  public double seconds(TimeKind kind) {
    return seconds.getOrDefault(kind, UNKNOWN);
  }

  /** The seconds of all kinds, or unknown. */
  public double total() {
    return seconds.isEmpty()
        ? UNKNOWN
        : seconds.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** The productive part of all time; unknown before any time has passed. */
  public double ratio() {
    double total = total();
    return total > 0 ? seconds(TimeKind.PRODUCTIVE) / total : UNKNOWN;
  }
}
