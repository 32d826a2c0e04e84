package org.trainingexporter.trainer.monitor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/**
 * A log of JSON objects, one a line. Each line is written at once, NaN as Python writes it. One
 * thread.
 */
public final class JsonLog implements AutoCloseable {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS).build();

  private final OutputStream file;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  /** Writes an object's fields. */
  public interface LogLine {
    void writeTo(JsonGenerator json) throws IOException;
  }

  /** Creates the file, or appends to it. */
  public JsonLog(Path path) {
    try {
      file = Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + path, e);
    }
  }

  public void append(LogLine fields) {
    try {
      line.reset();
      try (JsonGenerator json = JSON.createGenerator(line)) {
        json.writeStartObject();
        fields.writeTo(json);
        json.writeEndObject();
        json.writeRaw('\n');
      }
      line.writeTo(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the time in seconds since 1970 with six decimals, like Python's {@code time.time()}. */
  public static void time(JsonGenerator json, Instant now) throws IOException {
    json.writeFieldName("timestamp");
    long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    json.writeNumber(BigDecimal.valueOf(micros, 6));
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
