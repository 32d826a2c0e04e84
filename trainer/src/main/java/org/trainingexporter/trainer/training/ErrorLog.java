package org.trainingexporter.trainer.training;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.trainingexporter.trainer.monitor.BatchRecord;
import org.trainingexporter.trainer.monitor.JsonLog;

/** The error log of a run. */
final class ErrorLog implements AutoCloseable {
  private final InstantSource clock = InstantSource.system();
  private final JsonLog log;

  ErrorLog(Path file) {
    log = new JsonLog(file);
  }

  void notFinite(BatchRecord batch) {
    String what =
        "loss " + batch.loss() + ", gradient norm " + batch.gradientNorm() + ": not finite";
    append("NotFinite", what, batch.step(), batch.epoch(), "");
  }

  void failure(Throwable failure, long step, int epoch) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    append(failure.getClass().getSimpleName(), "" + failure, step, epoch, trace.toString());
  }

  private void append(String type, String message, long step, int epoch, String trace) {
    Instant now = clock.instant();
    log.append(
        json -> {
          JsonLog.time(json, now);
          json.writeStringField(
              "datetime",
              "" + now.atOffset(ZoneOffset.UTC).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS));
          json.writeStringField("error_type", type);
          json.writeStringField("error_message", message);
          json.writeNumberField("step", step);
          json.writeNumberField("epoch", epoch);
          json.writeStringField("traceback", trace);
        });
  }

  @Override
  public void close() {
    log.close();
  }
}
