package org.trainingexporter.parse.metricfiles;

import java.util.Map;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.parse.record.RecordReader;

/** Makes records of what is noted of a run as a whole. One thread. */
final class RunNotes {
  private final MetricStore store;
  private final RecordReader reader;
  private Map<String, String> settings = Map.of();
  private RunFacts written = RunFacts.NONE;
  private boolean opened;
  private boolean closed;

  RunNotes(MetricStore store, RecordReader reader) {
    this.store = store;
    this.reader = reader;
  }

  /** Fills in the first record, where the run's start is known; once. */
  boolean opening(LogRecord record) {
    if (opened) {
      return false;
    }
    opened = true;
    if (Double.isNaN(store.facts().start())) {
      return false;
    }
    reader.begin(record, 0);
    reader.report(record, RejectionListener.NONE);
    record.setTime(store.facts().start());
    addTo(record);
    return true;
  }

  /** Adds to a step's record what has become known since the last one. */
  void addToStep(LogRecord record) {
    addTo(record);
    written = RunFacts.NONE; // a run that had ended goes on, and ends anew
  }

  private void addTo(LogRecord record) {
    if (!settings.equals(store.settings())) {
      settings = store.settings();
      record.addSettings(settings);
    }
    if (!store.facts().name().isEmpty()) {
      record.setRunName(store.facts().name());
    }
  }

  /** Fills in the last record, where the run is over; once for each end. */
  boolean closing(LogRecord record) {
    RunFacts facts = store.facts();
    if (!facts.hasEnded() || facts.equals(written)) {
      return false;
    }
    reader.begin(record, 0);
    reader.report(record, RejectionListener.NONE);
    record.setTime(facts.end());
    record.setEnded();
    if (closed) {
      record.setLate(); // steps came after the end: what ends the run anew is no further record
    }
    closed = true;
    if (facts.earlyEnd() != null) {
      record.setEarlyEnd(facts.earlyEnd());
    }
    addTo(record);
    written = facts;
    return true;
  }
}
