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
 * A JSONL file being written as Python's {@code json.dumps} writes it: a blank after colon and
 * comma, NaN as a bare token. Each line leaves in one write, so that a reader rarely sees half a
 * line. One thread.
 */
public final class JsonLineFile implements AutoCloseable {
  // The fast writer prints the shortest form on every JDK; before 19 Double.toString does not.
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
    this.json = FACTORY.createGenerator(line).setPrettyPrinter(new Blanks());
  }

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

  private static final class Blanks extends MinimalPrettyPrinter {
    private static final long serialVersionUID = 1L;

    Blanks() {
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
