package org.trainingexporter.watch.log;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.service.FaultReporter;

/**
 * Counts a log's rejections and names the first few in our own log; a broken log must not flood it.
 */
public final class RejectionLog implements RejectionListener {
  private static final Logger log = LoggerFactory.getLogger(RejectionLog.class);
  private static final int MOST_LOGGED = 5;
  private static final int MOST_SHOWN = 80;

  /** Makes the listener for one log, which hands each reason on to a counter. */
  @FunctionalInterface
  public interface Factory {
    RejectionListener of(Path log, Consumer<Rejection> counter);
  }

  private final Path path;
  private final Consumer<Rejection> counter;
  private final FaultReporter faults;

  public RejectionLog(Path path, Consumer<Rejection> counter) {
    this.path = path;
    this.counter = counter;
    this.faults =
        new FaultReporter(log, MOST_LOGGED, path + ": what else is refused is only counted");
  }

  /** Counts alone: for a log that is read again, whose rejections were named before. */
  @SuppressWarnings("unused") // has the parameters of a Factory
  public static RejectionListener uncommented(Path log, Consumer<Rejection> counter) {
    return (reason, line, key, detail) -> counter.accept(reason);
  }

  @Override
  public void rejected(Rejection reason, long line, String key, String detail) {
    counter.accept(reason);
    if (!faults.isMuted()) {
      String where = key.isEmpty() ? "" : " " + key;
      String text = detail.length() > MOST_SHOWN ? detail.substring(0, MOST_SHOWN) + "…" : detail;
      String message = path + ":" + line + ":" + where + " " + reason.label + ": " + text;
      faults.failed(Level.WARN, message.replaceAll("\\p{Cntrl}+", " "));
    }
  }
}
