package org.trainingexporter.parse.metricfiles.step;

import java.io.IOException;
import java.util.Collection;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.parse.record.RecordReader;

/**
 * Joins what several files say of one step to one record. A step is whole when a later one waits in
 * any file, or when nothing was written for some seconds; what comes after that for the same step
 * makes a record that counts no step. One thread.
 */
public final class StepJoin {
  private final RecordReader reader;
  private final RejectionListener rejections;
  private final OpenStep open = new OpenStep();
  private long number;
  private long attempt;
  private double newestTrained = Double.NEGATIVE_INFINITY;

  public StepJoin(RecordReader reader, RejectionListener rejections) {
    this.reader = reader;
    this.rejections = rejections;
  }

  /**
   * Fills in the next record.
   *
   * @param isSilent whether nothing more is expected for the newest step
   * @return false where there is none for now
   */
  public boolean next(Collection<? extends StepSource> sources, boolean isSilent, LogRecord record)
      throws IOException {
    StepSource first = first(sources);
    if (open.isEmpty()) {
      if (first == null) {
        return false;
      }
      open.begin(first);
      open.add(first);
    }
    boolean isWhole = false;
    for (StepSource source : sources) {
      if (source.peek() && open.isStepOf(source)) {
        open.add(source);
      }
      isWhole |= source.peek();
    }
    if (!isWhole && !isSilent) {
      return false;
    }
    write(record);
    return true;
  }

  /** The source whose waiting step comes first: by time, or by step where a time is unknown. */
  private static StepSource first(Collection<? extends StepSource> sources) throws IOException {
    StepSource first = null;
    for (StepSource source : sources) {
      if (source.peek() && (first == null || isBefore(source, first))) {
        first = source;
      }
    }
    return first;
  }

  private static boolean isBefore(StepSource one, StepSource other) {
    if (!Double.isNaN(one.time()) && !Double.isNaN(other.time())) {
      return one.time() < other.time();
    }
    return one.attempt() == other.attempt()
        ? one.step() < other.step()
        : one.attempt() < other.attempt();
  }

  private void write(LogRecord record) {
    open.writeTo(record, ++number, reader);
    reader.report(record, rejections);
    if (record.kind() == RecordKind.TRAIN) {
      boolean isNewAttempt = open.attempt() > attempt;
      if (open.step() <= newestTrained && !isNewAttempt) {
        record.setLate();
      } else {
        newestTrained = open.step();
        attempt = Math.max(attempt, open.attempt());
      }
    }
    open.clear();
  }
}
