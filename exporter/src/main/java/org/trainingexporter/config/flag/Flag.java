package org.trainingexporter.config.flag;

import java.util.Locale;
import org.trainingexporter.config.value.ValueType;

/**
 * One option: {@code --name=LABEL} on the command line, {@code TRAINING_EXPORTER_NAME} in the
 * environment, {@code name:} in the config file.
 *
 * @param label of its value in {@code --help}; empty for a switch, whose name alone means true
 * @param fallback the text of the default, empty for none
 * @param help what it does, short enough to stand beside the flag on one line of {@code --help}
 */
public record Flag<T>(String name, String label, ValueType<T> kind, String fallback, String help) {
  static final String VARIABLE_PREFIX = "TRAINING_EXPORTER_";

  String variable() {
    return VARIABLE_PREFIX + name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  boolean isSwitch() {
    return label.isEmpty();
  }

  public Setting<T> read(Given given) {
    return new Setting<>(kind.read(given.place(), given.text()), given);
  }

  /** The text that a source gave for a flag, and where exactly it stands. */
  public record Given(String text, String place) {}

  /** A value and where it came from. */
  public record Setting<T>(T value, Given given) {}
}
