package org.trainingexporter.http.api.answer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Writes the JSON of a reply: NaN as null, infinities as strings, whole numbers without a fraction.
 * Texts from logs are made valid UTF-8. One thread.
 */
public final class JsonWriter implements AutoCloseable {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
  private static final double WHOLE = 1L << 53;
  private static final double LARGE = 1e7;

  /** A part of the JSON. */
  public interface JsonPart {
    void write(JsonWriter json) throws IOException;
  }

  /** Writes one element of a list. */
  public interface Each<T> {
    void write(JsonWriter json, T one) throws IOException;
  }

  private final JsonGenerator out;
  private final boolean withMoving;

  /**
   * @param withMoving whether to include values that change with time alone
   */
  JsonWriter(OutputStream to, boolean withMoving) throws IOException {
    this.out = FACTORY.createGenerator(to);
    this.withMoving = withMoving;
  }

  public void object(JsonPart fields) throws IOException {
    out.writeStartObject();
    fields.write(this);
    out.writeEndObject();
  }

  public void object(String name, JsonPart fields) throws IOException {
    out.writeFieldName(name);
    object(fields);
  }

  /** A list of objects. */
  public <T> void objects(String name, Iterable<? extends T> all, Each<T> fields)
      throws IOException {
    list(name, all, (json, one) -> json.object(it -> fields.write(it, one)));
  }

  public <T> void list(String name, Iterable<? extends T> all, Each<T> each) throws IOException {
    out.writeArrayFieldStart(name);
    for (T one : all) {
      each.write(this, one);
    }
    out.writeEndArray();
  }

  /** Writes the element at an index. */
  public interface At {
    void write(int index) throws IOException;
  }

  public void array(String name, int size, At each) throws IOException {
    out.writeArrayFieldStart(name);
    for (int i = 0; i < size; i++) {
      each.write(i);
    }
    out.writeEndArray();
  }

  public void numbers(String name, Iterable<Double> all) throws IOException {
    list(name, all, JsonWriter::numberOrNull);
  }

  /** Lists of numbers. */
  public void table(String name, Iterable<? extends Iterable<Double>> rows) throws IOException {
    out.writeArrayFieldStart(name);
    for (Iterable<Double> row : rows) {
      out.writeStartArray();
      for (double one : row) {
        numberOrNull(one);
      }
      out.writeEndArray();
    }
    out.writeEndArray();
  }

  public void texts(String name, Iterable<String> all) throws IOException {
    list(name, all, (json, one) -> json.text(one));
  }

  public void numbers(String name, Map<String, ? extends Number> all) throws IOException {
    object(
        name,
        json -> {
          for (Map.Entry<String, ? extends Number> one : all.entrySet()) {
            json.number(one.getKey(), one.getValue().doubleValue());
          }
        });
  }

  /** Texts by name. */
  public void texts(String name, Map<String, String> all) throws IOException {
    object(
        name,
        json -> {
          for (Map.Entry<String, String> one : all.entrySet()) {
            json.text(one.getKey(), one.getValue());
          }
        });
  }

  public void text(String name, String value) throws IOException {
    name(name);
    text(value);
  }

  private void text(String value) throws IOException {
    out.writeString(value == null ? null : valid(value));
  }

  private void name(String name) throws IOException {
    out.writeFieldName(valid(name));
  }

  /** Replaces a surrogate without its pair by a question mark. */
  private static String valid(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  public void truth(String name, boolean value) throws IOException {
    out.writeBooleanField(name, value);
  }

  public void count(String name, long value) throws IOException {
    out.writeNumberField(name, value);
  }

  /** NaN stands for unknown. */
  public void number(String name, double value) throws IOException {
    name(name);
    if (value != Math.rint(value) && Math.abs(value) >= LARGE && Math.abs(value) < WHOLE) {
      out.writeNumber(
          BigDecimal.valueOf(value)
              .toPlainString()); // a time is easier to read without an exponent
    } else {
      numberOrNull(value);
    }
  }

  /** A number that changes with time alone, such as an age. */
  public void moving(String name, double value) throws IOException {
    if (withMoving) {
      number(name, value);
    }
  }

  public void numberOrNull(double value) throws IOException {
    if (Double.isNaN(value)) {
      out.writeNull();
    } else {
      loggedNumber(value);
    }
  }

  /** A number from the log, in which NaN is a value. */
  public void loggedNumber(double value) throws IOException {
    if (value == Math.rint(value) && Math.abs(value) < WHOLE) {
      out.writeNumber((long) value);
    } else {
      out.writeNumber(value); // quotes NaN and infinities
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
