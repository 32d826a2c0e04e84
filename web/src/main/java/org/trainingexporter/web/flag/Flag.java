package org.trainingexporter.web.flag;

/**
 * One option, as a row of a {@link FlagTable}: {@code --name=LABEL} on the command line, a variable
 * in the environment, {@code name:} in a config file.
 *
 * @param label placeholder of the value in {@code --help}; empty for a switch, which needs no value
 * @param fallback text of the default; empty for none
 * @param help what the flag does, short enough for one line of {@code --help}
 */
public record Flag<T>(String name, String label, ValueType<T> type, String fallback, String help) {

  boolean isSwitch() {
    return label.isEmpty();
  }

  Setting<T> read(Given given) {
    return new Setting<>(type.read(given.place(), given.text()), given);
  }

  /** The text that a source gave for a flag, and the place where it stands. */
  public record Given(String text, String place) {}

  /** A value and where it came from. */
  record Setting<T>(T value, Given given) {}
}
