package org.trainingexporter.event;

/** What a record is; it follows from the keys that have a value, never from a file's name. */
public enum RecordKind {
  TRAIN,
  VALIDATION,
  EXPERTS,
  LAYERS,
  ERROR,
  OTHER;

  /** The value of the label {@code kind}. */
  public final String label = name().toLowerCase(java.util.Locale.ROOT);
}
