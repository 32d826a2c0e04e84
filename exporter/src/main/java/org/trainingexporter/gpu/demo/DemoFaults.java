package org.trainingexporter.gpu.demo;

/** Faults of the demo's cards, at the same minutes of every hour. Times are seconds since 1970. */
final class DemoFaults {
  static final int HOT_CARD = 3;
  static final int XID_CARD = 6;
  static final String XID = "63";

  private static final double HOUR = 3600;
  private static final double HOT_FROM = 20 * 60;
  private static final double HOT_SECONDS = 120;
  private static final double XID_AT = 40 * 60;

  private DemoFaults() {}

  static boolean hot(int card, double now) {
    double inHour = now % HOUR;
    return card == HOT_CARD && inHour >= HOT_FROM && inHour < HOT_FROM + HOT_SECONDS;
  }

  /** How long the card was hot since the start of the hour of {@code start}. */
  static double hotSeconds(int card, double start, double now) {
    double hours = Math.floor(now / HOUR) - Math.floor(start / HOUR);
    double thisHour = Math.min(Math.max(now % HOUR - HOT_FROM, 0), HOT_SECONDS);
    return card == HOT_CARD ? hours * HOT_SECONDS + thisHour : 0;
  }

  /** Number of XID errors, counted from the last one before {@code start}. */
  static double xids(double start, double now) {
    return Math.floor((now - XID_AT) / HOUR) - Math.floor((start - XID_AT) / HOUR) + 1;
  }

  static double lastXid(double now) {
    return Math.floor((now - XID_AT) / HOUR) * HOUR + XID_AT;
  }
}
