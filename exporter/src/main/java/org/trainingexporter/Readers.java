package org.trainingexporter;

import org.trainingexporter.service.step.Crew;
import org.trainingexporter.watch.WatchReport;

/**
 * The threads that read logs: each crew for one purpose, so that what hangs for one holds up no
 * other. They start when they are needed.
 */
final class Readers implements AutoCloseable {
  final Crew logs = new Crew("log reader");
  final Crew plots = new Crew("plots reader");
  final Crew history = new Crew("history reader");

  /** Lets the report say what hangs, whoever reads it. */
  void addTo(WatchReport report) {
    report.include(plots);
    report.include(history);
  }

  @Override
  public void close() {
    logs.close();
    plots.close();
    history.close();
  }
}
