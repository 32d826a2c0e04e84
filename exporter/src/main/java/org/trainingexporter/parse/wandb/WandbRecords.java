package org.trainingexporter.parse.wandb;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import org.trainingexporter.event.EarlyEnd;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.parse.json.JsonFactories;
import org.trainingexporter.parse.record.RecordReader;

/**
 * Makes a record of each message that tells of the training: its history, its configuration, its
 * start and its end. Printed lines, samples of the machine and summaries are empty records, which
 * only count. One thread.
 */
final class WandbRecords {
  private static final String OWN_COUNTER = "_step";

  private final RecordReader reader;
  private final RejectionListener rejections;

  /** Whether the run logs a position of its own, beside W&B's counter. */
  private boolean hasPosition;

  WandbRecords(RecordReader reader, RejectionListener rejections) {
    this.reader = reader;
    this.rejections = rejections;
  }

  /** The file begins anew. */
  void begin() {
    hasPosition = false;
  }

  /** A message that was read before. */
  void skip(byte[] message) {
    if (hasPosition) {
      return; // nothing else of it would matter
    }
    try {
      WandbMessage read = WandbMessage.read(message);
      hasPosition = read.kind() == WandbMessage.Kind.HISTORY && namesPosition(read.values());
    } catch (IOException e) {
      // It was rejected before.
    }
  }

  /**
   * Fills in a record.
   *
   * @param number of the message
   * @return false where the message is none of a record
   */
  boolean read(byte[] message, long number, LogRecord record) {
    reader.begin(record, number);
    try {
      WandbMessage read = WandbMessage.read(message);
      switch (read.kind()) {
        case NONE -> {
          return false;
        }
        case COUNTED -> {}
        case HISTORY -> readHistory(read.values(), record);
        case CONFIG -> readConfig(read.values(), record);
        case RUN -> {
          readConfig(read.values(), record);
          reader.report(record, rejections);
          addRun(read.run(), record);
          return true;
        }
        case EXIT -> {
          record.setEnded();
          if (read.exitCode() != 0) {
            record.setEarlyEnd(EarlyEnd.FAILED);
          }
        }
      }
      reader.report(record, rejections);
      return true;
    } catch (InvalidProtocolBufferException e) {
      rejections.rejected(Rejection.WRONG_SHAPE, number, "", "no message of W&B's");
    } catch (IOException e) {
      rejections.rejected(Rejection.NOT_JSON, number, "", "a value is no JSON");
    }
    return false;
  }

  private static void addRun(RunMessage run, LogRecord record) {
    if (!run.name().isEmpty()) {
      record.setRunName(run.name());
    }
    record.setTime(run.start());
  }

  private void readHistory(ValueTree values, LogRecord record) throws IOException {
    hasPosition = hasPosition || namesPosition(values);
    if (hasPosition) {
      values.remove(OWN_COUNTER);
    }
    read(values.json(), record);
  }

  /** Whether a key but W&B's own counts steps. */
  private boolean namesPosition(ValueTree values) {
    return values.paths().stream()
        .anyMatch(p -> !p.equals(OWN_COUNTER) && reader.signal(p) == Signal.POSITION);
  }

  private void readConfig(ValueTree values, LogRecord record) throws IOException {
    values.remove("_wandb");
    if (!values.isEmpty()) {
      read("{\"config\":" + values.json() + "}", record);
    }
  }

  private void read(String json, LogRecord record) throws IOException {
    try (JsonParser p = JsonFactories.LINES.createParser(json)) {
      if (p.nextToken() == JsonToken.START_OBJECT) {
        reader.readObject(p, record);
      }
    }
  }
}
