package org.trainingexporter.watch.log;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.service.FaultReporter;

/** Counts what a file has rejected, and names the first of it; a broken log must not flood ours. */
public final class RejectionLog implements RejectionListener {
  private static final Logger log = LoggerFactory.getLogger(RejectionLog.class);
  private static final int MOST_LOGGED = 5;

  private final Path path;
  private final Consumer<Rejection> counter;
  private final FaultReporter faults;

  public RejectionLog(Path path, Consumer<Rejection> counter) {
    this.path = path;
    this.counter = counter;
    this.faults =
        new FaultReporter(log, MOST_LOGGED, path + ": what else is refused is only counted");
  }

  @Override
  public void rejected(Rejection reason, long line, String key, String detail) {
    counter.accept(reason);
    if (!faults.isMuted()) {
      String where = key.isEmpty() ? "" : " " + key;
      String message = path + ":" + line + ":" + where + " " + reason.label + ": " + detail;
      faults.failed(Level.WARN, message.replaceAll("\\p{Cntrl}+", " "));
    }
  }
}
