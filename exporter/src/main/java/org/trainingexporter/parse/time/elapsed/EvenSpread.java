package org.trainingexporter.parse.time.elapsed;

import java.util.Arrays;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.event.key.Signal;

/**
 * Places training records without a time evenly between the two around them whose time is known;
 * the last of them has the time of the later one, unless that counts further. A scan of the log
 * adds all records; a {@link Passage} then follows the same records in order. One thread at a time.
 */
public final class EvenSpread {
  /**
   * Bounds the memory to one and a half megabytes a log. Records after so many stretches have the
   * time that was last known.
   */
  private static final int MOST = 1 << 16;

  /**
   * By stretch between two known times: the index at which it begins, seconds a record, records.
   */
  private long[] starts = new long[16];

  private double[] paces = new double[16];
  private int[] counts = new int[16];
  private int size;

  private long anchor = -1;
  private double secondsAtAnchor;
  private long stretchesAtAnchor;
  private int between;
  private double position = Double.NaN;

  /** Adds a record, after the clock was advanced by it, and whether it says what time it is. */
  public void add(long index, LogRecord record, ElapsedClock clock, boolean says) {
    if (says) {
      double rise = clock.seconds() - secondsAtAnchor;
      boolean again = clock.stretches() != stretchesAtAnchor;
      if (between > 0 && rise > 0 && !again && size < MOST) {
        boolean further = record.value(Signal.POSITION) > position;
        keep(rise / (between + (further ? 1 : 0)));
      }
      anchor = index;
      secondsAtAnchor = clock.seconds();
      stretchesAtAnchor = clock.stretches();
      between = 0;
    } else if (record.kind() == RecordKind.TRAIN) {
      between++;
      position = record.value(Signal.POSITION);
    }
  }

  private void keep(double pace) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size);
      paces = Arrays.copyOf(paces, 2 * size);
      counts = Arrays.copyOf(counts, 2 * size);
    }
    starts[size] = anchor;
    paces[size] = pace;
    counts[size++] = between;
  }

  /** Begins at the log's first record. */
  public Passage passage() {
    return new Passage();
  }

  /** Follows the records of the log that was added. */
  public final class Passage {
    private int stretch;
    private int passed;
    private double more;
    private double secondsBefore;

    /** The seconds of the next record, of which the clock alone says {@code seconds}. */
    public double seconds(long index, LogRecord record, double seconds) {
      if (seconds > secondsBefore) {
        more = 0;
      }
      secondsBefore = seconds;
      while (stretch + 1 < size && starts[stretch + 1] < index) {
        stretch++;
        passed = 0;
      }
      boolean inside = stretch < size && starts[stretch] < index && passed < counts[stretch];
      if (inside && record.kind() == RecordKind.TRAIN) {
        passed++;
        more = paces[stretch] * passed;
      }
      return seconds + more;
    }
  }
}
