package org.trainingexporter.run.figure;

/** What a figure is measured in. */
public enum FigureUnit {
  NONE("", ""),
  STEPS("steps", ""),
  EPOCHS("epochs", ""),
  SECONDS("seconds", "s"),
  TIMESTAMP("seconds since 1970", ""),
  STEPS_PER_SECOND("a second", "steps/s"),
  TOKENS_PER_SECOND("a second", "tokens/s"),
  SAMPLES_PER_SECOND("a second", "samples/s"),
  BYTES("bytes", "B"),
  RATIO("ratio", "ratio");

  /** For the documentation. */
  public final String words;

  /** For the axis of a curve; empty where the name of the figure says it. */
  public final String symbol;

  FigureUnit(String words, String symbol) {
    this.words = words;
    this.symbol = symbol;
  }
}
