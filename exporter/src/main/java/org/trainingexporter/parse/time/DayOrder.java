package org.trainingexporter.parse.time;

/**
 * Whether a log writes the day or the month first, in dates that leave it open: settled by a number
 * past 12, or by the one that moves while the other stays, since days move more often.
 */
final class DayOrder {
  private int first;
  private int second;
  private boolean settled;
  private boolean dayFirst;

  void add(int itsFirst, int itsSecond) {
    if (settled) {
      return;
    }
    if (itsFirst > 12 || itsSecond > 12) {
      settled = true;
      dayFirst = itsFirst > 12;
    } else if (first > 0 && (itsFirst == first) != (itsSecond == second)) {
      settled = true;
      dayFirst = itsFirst != first;
    }
    first = itsFirst;
    second = itsSecond;
  }

  boolean isSettled() {
    return settled;
  }

  boolean isDayFirst() {
    return dayFirst;
  }
}
