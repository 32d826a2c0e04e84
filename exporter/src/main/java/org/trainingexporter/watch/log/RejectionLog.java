package org.trainingexporter.watch.log;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.RejectionListener;

/** Counts what a file has rejected, and names the first of it; a broken log must not flood ours. */
public final class RejectionLog implements RejectionListener {
  private static final Logger log = LoggerFactory.getLogger(RejectionLog.class);
  private static final int TOLD = 5;

  private final Path path;
  private final Consumer<Rejection> counter;
  private int count;

  public RejectionLog(Path path, Consumer<Rejection> counter) {
    this.path = path;
    this.counter = counter;
  }

  @Override
  public void rejected(Rejection reason, long line, String key, String detail) {
    counter.accept(reason);
    if (++count <= TOLD) {
      String where = key.isEmpty() ? "" : " " + key;
      String told = path + ":" + line + ":" + where + " " + reason.label + ": " + detail;
      log.warn(told.replaceAll("\\p{Cntrl}+", " "));
    }
    if (count == TOLD) {
      log.warn("{}: what else is refused is only counted", path);
    }
  }
}
