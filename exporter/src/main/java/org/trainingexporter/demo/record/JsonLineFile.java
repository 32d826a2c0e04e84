package org.trainingexporter.demo.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a JSON-lines file as Python's {@code json.dumps} does: a space after colon and comma, NaN
 * without quotes. Each line is one write, so that a reader rarely sees half a line. Used by one
 * thread.
 */
public final class JsonLineFile implements AutoCloseable {
  // The fast writer prints the shortest form. Double.toString does so only from JDK 19 on.
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .rootValueSeparator((String) null)
          .disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS)
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .build();

  private final OutputStream out;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
  private final JsonGenerator json;

  public JsonLineFile(OutputStream out) throws IOException {
    this.out = out;
    this.json = FACTORY.createGenerator(line).setPrettyPrinter(new PythonSpacing());
  }

  /** Writes a record as one line. */
  public void append(JsonLine record) throws IOException {
    json.writeStartObject();
    record.writeTo(json);
    json.writeEndObject();
    json.writeRaw('\n');
    json.flush();
    line.writeTo(out);
    line.reset();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private static final class PythonSpacing extends MinimalPrettyPrinter {
    private static final long serialVersionUID = 1L;

    PythonSpacing() {
      super(null);
    }

    @Override
    public void writeObjectFieldValueSeparator(JsonGenerator json) throws IOException {
      json.writeRaw(": ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) throws IOException {
      json.writeRaw(", ");
    }
  }
}
