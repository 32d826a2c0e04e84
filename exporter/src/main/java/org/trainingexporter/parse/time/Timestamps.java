package org.trainingexporter.parse.time;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Times of day as logs write them, to seconds since 1970: numbers in seconds, milliseconds,
 * microseconds or nanoseconds, and texts as {@link TimeScan} finds them. A text without a zone is
 * read in the run's zone, less a shift that is found by comparing with the file's own time. One
 * thread.
 */
public final class Timestamps {
  private static final double QUARTER_HOUR = 900;

  private final ZoneId zone;
  private final TimeScan scan = new TimeScan();
  private final DayOrder dayOrder = new DayOrder();
  private final MissingYears years = new MissingYears();
  private double shift;
  private boolean zoneless;

  public Timestamps(ZoneId zone) {
    this.zone = zone;
  }

  /** The zone of texts without one. */
  public ZoneId zone() {
    return zone;
  }

  /** Seconds of a number that may be in a finer unit. */
  public static double seconds(double number) {
    double seconds = number;
    for (int i = 0; i < 3 && seconds > 1e11; i++) {
      seconds /= 1000;
    }
    return seconds;
  }

  /** Seconds of a text that is a date with its time of day and nothing else; else NaN. */
  public double seconds(String text) {
    byte[] bytes = text.strip().getBytes(StandardCharsets.ISO_8859_1);
    return scan.read(bytes, 0, bytes.length) == bytes.length ? seconds(scan) : Double.NaN;
  }

  /** Seconds of a time that was found; NaN where its day does not exist or is not settled. */
  public double seconds(TimeScan time) {
    int month = time.month;
    int day = time.day;
    if (time.ambiguous) {
      dayOrder.add(month, day);
      if (!dayOrder.isSettled()) {
        return Double.NaN;
      }
      month = dayOrder.isDayFirst() ? time.day : time.month;
      day = dayOrder.isDayFirst() ? time.month : time.day;
    }
    try {
      if (time.year != TimeScan.OPEN) {
        return seconds(time, LocalDate.of(time.year, month, day));
      }
      return years.nearest(year -> secondsIn(year, time));
    } catch (DateTimeException e) {
      return Double.NaN;
    }
  }

  private double secondsIn(int year, TimeScan time) {
    try {
      return seconds(time, LocalDate.of(year, time.month, time.day));
    } catch (DateTimeException e) {
      return Double.NaN; // the 29th of February of another year
    }
  }

  private double seconds(TimeScan time, LocalDate date) {
    double fraction = time.nanos / 1e9;
    if (time.offset != TimeScan.OPEN) {
      return (date.toEpochDay() * 86_400L + time.secondOfDay - time.offset) + fraction;
    }
    zoneless = true;
    LocalDateTime local = date.atTime(LocalTime.ofSecondOfDay(time.secondOfDay));
    return local.toEpochSecond(zone.getRules().getOffset(local)) + fraction - shift;
  }

  /** Where times leave the year out: a time that is known to lie close before theirs. */
  public void startYearsAt(double seconds) {
    years.startAt(seconds);
  }

  /** Where times leave the year out: a file is read from its beginning. */
  public void startYears() {
    years.start();
  }

  /** Where times leave the year out: none lies later than that; NaN where nothing is known. */
  public void endYearsAt(double seconds) {
    years.endAt(seconds);
  }

  /**
   * The time of day, in the run's zone, that is nearest to a time.
   *
   * @param near seconds since 1970
   */
  double atClock(double secondsOfDay, double near) {
    double local = near + shift;
    double offset =
        zone.getRules().getOffset(Instant.ofEpochSecond((long) local)).getTotalSeconds();
    double midnight = Math.floor((local + offset) / DayClock.DAY) * DayClock.DAY;
    double time = midnight + secondsOfDay - offset;
    return time - Math.rint((time - local) / DayClock.DAY) * DayClock.DAY - shift;
  }

  /** Whether a text without a zone was read. */
  public boolean sawZoneless() {
    return zoneless;
  }

  /**
   * Sets the shift: a writer in another zone is off by a multiple of a quarter of an hour, and so
   * is its newest record from the file's modification time.
   *
   * @return the seconds that are subtracted from now on in addition, 0 where nothing fits
   */
  public double align(FullScan scan) {
    double newest = scan.lastTime() - (scan.isLocal() ? shift : 0);
    double off = newest - scan.modified();
    double quarters = Math.rint(off / QUARTER_HOUR) * QUARTER_HOUR;
    if (quarters != 0 && Math.abs(off - quarters) <= 60 && Math.abs(quarters) <= 26 * 3600) {
      shift += quarters;
      return quarters;
    }
    return 0;
  }
}
