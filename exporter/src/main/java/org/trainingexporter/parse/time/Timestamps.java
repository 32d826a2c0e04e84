package org.trainingexporter.parse.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoField;

/**
 * Converts wall times as logs write them to seconds since 1970: numbers in seconds, milliseconds,
 * microseconds or nanoseconds, and ISO texts. A text without a zone is read in the run's zone, less
 * a shift that is found by comparison with the file's modification time. One thread.
 */
public final class Timestamps {
  private static final double QUARTER_HOUR = 900;

  private final ZoneId zone;
  private double shift;
  private boolean zoneless;

  /**
   * @param zone of texts without one
   */
  public Timestamps(ZoneId zone) {
    this.zone = zone;
  }

  /** The zone of texts without one. */
  public ZoneId zone() {
    return zone;
  }

  /** Seconds of an ISO text, {@code T} or a blank between day and time; NaN where it is none. */
  public double seconds(String text) {
    String iso = text.strip();
    if (iso.length() < 19) {
      return Double.NaN;
    }
    iso = iso.substring(0, 10) + 'T' + iso.substring(11).replace(',', '.');
    try {
      if (hasZone(iso)) {
        OffsetDateTime time = OffsetDateTime.parse(withColon(iso.replace(" ", "")));
        return time.toEpochSecond() + time.getNano() / 1e9;
      }
      LocalDateTime local = LocalDateTime.parse(iso);
      zoneless = true;
      double seconds = local.toEpochSecond(zone.getRules().getOffset(local));
      return seconds + local.get(ChronoField.NANO_OF_SECOND) / 1e9 - shift;
    } catch (DateTimeException e) {
      return Double.NaN;
    }
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

  /** {@code +0100}, as C and Python write a zone, is {@code +01:00}. */
  private static String withColon(String iso) {
    return iso.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
  }

  private static boolean hasZone(String iso) {
    return iso.endsWith("Z") || iso.indexOf('+', 19) > 0 || iso.indexOf('-', 19) > 0;
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
