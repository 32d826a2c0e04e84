package org.trainingexporter.watch.log;

import java.io.IOException;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.grammar.NamedSet;
import org.trainingexporter.parse.source.RecordSource;

/** The records of a log that holds validations without saying so. One thread. */
public final class HeldOutSource implements RecordSource {
  private final RecordSource source;

  public HeldOutSource(RecordSource source) {
    this.source = source;
  }

  @Override
  public boolean next(LogRecord record) throws IOException {
    boolean found = source.next(record);
    if (found) {
      record.setSetOfFile(NamedSet.VALIDATION);
    }
    return found;
  }

  @Override
  public boolean checkForChanges(double now) throws IOException {
    return source.checkForChanges(now);
  }

  @Override
  public boolean isGone() {
    return source.isGone();
  }

  @Override
  public long lag() {
    return source.lag();
  }

  @Override
  public long size() {
    return source.size();
  }

  @Override
  public double modified() {
    return source.modified();
  }
}
