package org.trainingexporter.parse.text.record;

import java.util.Locale;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.parse.record.RecordReader;

/** A name that lines have before a number, and what it means. */
final class TextName {
  /** In place of any name that is a plain value and no loss. */
  static final TextName PLAIN = new TextName("", Signal.VALUE);

  final String key;
  final Signal signal;
  private final boolean hintsLoss;
  private Field field;
  private TextName validation;

  TextName(String key, Signal signal) {
    this.key = key;
    this.signal = signal;
    this.hintsLoss = key.toLowerCase(Locale.ROOT).contains("loss");
  }

  boolean isKnown() {
    return signal != Signal.VALUE;
  }

  /** Whether it is a position. */
  boolean isPlace() {
    return signal.evidence == Signal.Evidence.PLACE;
  }

  /** Whether it alone makes its line a record: a training's or a validation's number. */
  boolean isStrong() {
    return signal.evidence == Signal.Evidence.TRAINING
        || signal.evidence == Signal.Evidence.VALIDATION
        || signal == Signal.END;
  }

  /** Whether it is a loss of some kind, though not the run's. */
  boolean hintsLoss() {
    return hintsLoss;
  }

  /** The field, which is the run's from now on; null past the run's bound. */
  Field field(RecordReader reader) {
    if (field == null) {
      field = reader.field(key);
    }
    return field;
  }

  /** The same name of the validation. */
  TextName validation(NameTable names) {
    if (validation == null) {
      validation = names.named("val_" + key);
    }
    return validation;
  }
}
