package org.trainingexporter.parse.format;

/**
 * The kinds of places where a training tells its story, in the order of trust: of several that tell
 * one training, the first leads and the others add what it lacks.
 */
public enum LogKind {
  LINES,
  TABLE,
  WANDB,
  EVENTS,
  METRIC_FILES,
  DOCUMENT,
  TEXT
}
