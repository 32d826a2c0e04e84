package org.trainingexporter.parse.metricfiles.mlflow;

import java.util.Map;
import org.trainingexporter.event.EarlyEnd;
import org.trainingexporter.event.value.Unit;
import org.trainingexporter.parse.metricfiles.RunFacts;
import org.trainingexporter.parse.number.TextNumbers;

/**
 * What a run's {@code meta.yaml} says.
 *
 * @param start seconds since 1970, or NaN
 * @param end seconds since 1970, or NaN
 */
record RunMeta(String name, double start, double end, Status status, boolean isDeleted) {
  static final RunMeta NONE = new RunMeta("", Double.NaN, Double.NaN, Status.RUNNING, false);

  /** How a run stands, by MLflow's own numbers. */
  enum Status {
    RUNNING(null),
    FINISHED(null),
    FAILED(EarlyEnd.FAILED),
    KILLED(EarlyEnd.KILLED);

    private final EarlyEnd earlyEnd;

    Status(EarlyEnd earlyEnd) {
      this.earlyEnd = earlyEnd;
    }

    /** One that is scheduled counts as running. */
    static Status of(String text) {
      return switch (text) {
        case "3", "FINISHED" -> FINISHED;
        case "4", "FAILED" -> FAILED;
        case "5", "KILLED" -> KILLED;
        default -> RUNNING;
      };
    }
  }

  /** Whether these are all values of a file, not of the beginning of one. */
  static boolean isWhole(Map<String, String> texts) {
    return texts.containsKey("status") && texts.containsKey("lifecycle_stage");
  }

  static RunMeta of(Map<String, String> texts) {
    String name = texts.getOrDefault("run_name", texts.getOrDefault("name", ""));
    return new RunMeta(
        name,
        seconds(texts.getOrDefault("start_time", "")),
        seconds(texts.getOrDefault("end_time", "")),
        Status.of(texts.get("status")),
        texts.get("lifecycle_stage").equals("deleted"));
  }

  private static double seconds(String millis) {
    return Unit.since1970(TextNumbers.number(millis));
  }

  RunFacts facts(String nameOfTag) {
    return new RunFacts(
        name.isEmpty() ? nameOfTag : name, start, end, status != Status.RUNNING, status.earlyEnd);
  }
}
