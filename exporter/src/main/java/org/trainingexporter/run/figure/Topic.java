package org.trainingexporter.run.figure;

/** What a figure is about. The API shows the figures of a topic together. */
public enum Topic {
  POSITION,
  /** Times of the first and the newest record. */
  SPAN,
  /** How long something took, or will take. */
  DURATION,
  INTERVAL,
  STORAGE,
  SCHEDULE,
  TRAINING,
  TOKENS,
  TRAINING_ACCURACY,
  VALIDATION_ACCURACY,
  VALIDATION("validation_"),
  BEST_VALIDATION("best_validation_"),
  COUNTS,
  /** Where the hours went. */
  HOURS,
  COST,
  FORECAST("loss_forecast_"),
  /** Not in the API: only a metric. */
  METRIC_ONLY;

  /** What the keys of the topic begin with, where the API has an object of its own for it. */
  private final String prefix;

  Topic() {
    this("");
  }

  Topic(String prefix) {
    this.prefix = prefix;
  }

  /** The name of a figure among those of its topic. */
  String nameOf(String key) {
    return key.substring(prefix.length());
  }
}
