package org.trainingexporter.trainer.settings;

/** Settings that cannot be used. The message names key, value and what was expected. */
public final class SettingsException extends Exception {
  private static final long serialVersionUID = 1L;

  public SettingsException(String key, Object value, String expected) {
    super(key + ": " + value + " is not " + expected);
  }
}
