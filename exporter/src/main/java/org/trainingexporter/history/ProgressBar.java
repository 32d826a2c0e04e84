package org.trainingexporter.history;

import java.io.PrintStream;
import java.util.Locale;

/** A progress bar with the estimated time left. Drawn on a terminal only. One thread. */
final class ProgressBar {
  private static final int WIDTH = 30;
  private static final long REDRAW_MILLIS = 200;

  private final PrintStream out;
  private final boolean shown;
  private final long started;
  private long drawn;
  private int length;

  /**
   * @param now milliseconds on any clock
   */
  ProgressBar(PrintStream out, boolean shown, long now) {
    this.out = out;
    this.shown = shown;
    this.started = now;
    this.drawn = now;
  }

  /**
   * Draws the bar, at most five times a second.
   *
   * @param share of the work that is done, 0 to 1
   * @param now milliseconds on the same clock
   */
  void show(double share, long samples, long now) {
    if (shown && now - drawn >= REDRAW_MILLIS) {
      drawn = now;
      String line = line(share, samples, now);
      out.print("\r" + line + " ".repeat(Math.max(0, length - line.length())));
      out.flush();
      length = line.length();
    }
  }

  String line(double share, long samples, long now) {
    int filled = (int) (WIDTH * share);
    String bar = "#".repeat(filled) + "-".repeat(WIDTH - filled);
    double left = share > 0 ? (now - started) / 1e3 * (1 - share) / share : Double.NaN;
    String eta = share > 0.01 ? String.format(Locale.ROOT, ", %.0f s left", left) : "";
    return String.format(
        Locale.ROOT, "[%s] %3.0f %%  %,d samples%s", bar, share * 100, samples, eta);
  }

  /** Clears the line. */
  void end() {
    if (length > 0) {
      out.print("\r" + " ".repeat(length) + "\r");
      out.flush();
    }
  }
}
