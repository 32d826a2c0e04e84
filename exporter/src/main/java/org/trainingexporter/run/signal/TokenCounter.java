package org.trainingexporter.run.signal;

/** Tokens seen: the rises of a counter that the log keeps, else the sum of what each step took. */
public final class TokenCounter {
  private double total = Double.NaN;
  private double counter = Double.NaN;

  /** The log's own count until now; a count that fell began again. */
  public void counted(double soFar) {
    double rise = soFar > counter ? soFar - counter : 0;
    total = (Double.isNaN(total) ? 0 : total) + rise;
    counter = soFar;
  }

  /** What one step took. */
  public void step(double tokens) {
    if (Double.isNaN(counter)) {
      total = (Double.isNaN(total) ? 0 : total) + tokens;
    }
  }

  public double total() {
    return total;
  }
}
