package org.trainingexporter.run.signal;

import org.trainingexporter.event.key.Field;
import org.trainingexporter.run.position.RecordPosition;

/** Where the values of a signal go. */
@FunctionalInterface
public interface SignalSink {
  /**
   * Adds a value.
   *
   * @param field the key that it stood under, by whose alias the signal is read
   * @param value in base units; may be NaN or infinite where the signal allows it
   */
  void add(Field field, double value, RecordPosition at);

  /** A sink that passes each value on to this one, then to the other. */
  default SignalSink then(SignalSink next) {
    return (field, value, at) -> {
      add(field, value, at);
      next.add(field, value, at);
    };
  }
}
