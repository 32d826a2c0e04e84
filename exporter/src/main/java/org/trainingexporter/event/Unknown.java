package org.trainingexporter.event;

/**
 * A number that is not known is NaN: it costs no object, and a comparison with it is false. These
 * names say where NaN means "unknown" rather than a value that the log holds.
 */
public final class Unknown {
  public static final double UNKNOWN = Double.NaN;

  private Unknown() {}

  public static boolean isKnown(double number) {
    return !Double.isNaN(number);
  }

  public static boolean isUnknown(double number) {
    return Double.isNaN(number);
  }

  /** The first number, or the second where the first is unknown. */
  public static double firstKnown(double first, double second) {
    return isKnown(first) ? first : second;
  }

  /** The value where it is finite, else unknown. */
  public static double ifFinite(double value) {
    return Double.isFinite(value) ? value : UNKNOWN;
  }
}
