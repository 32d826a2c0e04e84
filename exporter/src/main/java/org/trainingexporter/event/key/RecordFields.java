package org.trainingexporter.event.key;

/** The numbers of one record, as the rules see them that compare a run's keys. */
public interface RecordFields {
  int size();

  Field field(int i);

  /** In base units. */
  double value(int i);

  boolean has(Signal signal);

  /** The value of the signal's highest alias; NaN where it has none. */
  double value(Signal signal);
}
