package org.trainingexporter.parse.format;

import java.util.Optional;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.event.key.Signal.Evidence;

/**
 * What makes a file look like a training log although it is none: a signal without a position, or a
 * position without a signal, in at least three records of its head. One thread.
 */
public final class NearMiss {
  /** Fewer records than these are a setting, a summary or an accident. */
  private static final int LEAST = 3;

  private int unplaced;
  private int unsignalled;
  private int records;
  private String signal = "";
  private String position = "";

  /** Why such a file is not read. */
  public enum MissKind {
    NO_POSITION,
    NO_SIGNAL,
    UNKNOWN_FORMAT
  }

  /**
   * The reason in words, such as {@code has loss, but no step}.
   *
   * @param nearest what was there and what was missing
   */
  public record Miss(MissKind kind, String nearest) {}

  /** Adds a record of a file that is no log so far. */
  void add(LogRecord record) {
    records++;
    Field place = first(record, Evidence.PLACE);
    Field tells = first(record, Evidence.TRAINING);
    tells = tells == null ? first(record, Evidence.VALIDATION) : tells;
    if (tells != null && place == null) {
      unplaced++;
      signal = signal.isEmpty() ? tells.name : signal;
    } else if (tells == null && place != null && record.size() > places(record)) {
      unsignalled++;
      position = position.isEmpty() ? place.name : position;
    }
  }

  private static Field first(LogRecord record, Evidence evidence) {
    for (int i = 0; i < record.size(); i++) {
      if (record.field(i).signal.evidence == evidence) {
        return record.field(i);
      }
    }
    return null;
  }

  private static int places(LogRecord record) {
    int places = 0;
    for (int i = 0; i < record.size(); i++) {
      places += record.field(i).signal.evidence == Evidence.PLACE ? 1 : 0;
    }
    return places;
  }

  /** Whether any record was found at all. */
  public boolean hasRecords() {
    return records > 0;
  }

  /** The reason; empty where the file does not look like a log. */
  public Optional<Miss> miss() {
    if (unplaced >= LEAST) {
      return Optional.of(
          new Miss(MissKind.NO_POSITION, "has " + signal + ", but no step or epoch"));
    }
    if (unsignalled >= LEAST) {
      String nearest = "has " + position + " beside numbers, but no loss or other signal";
      return Optional.of(new Miss(MissKind.NO_SIGNAL, nearest));
    }
    return Optional.empty();
  }
}
