package org.trainingexporter.parse.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * All lists of an object and of the objects in it, in order. They are held in memory, since a
 * record is one value of each; what is past the bound is left out. One thread.
 */
final class Columns {
  /** Values of all lists together; some 50 MB. */
  private static final int MOST_VALUES = 1 << 21;

  private final List<Column> all = new ArrayList<>();
  private int values;

  /** Reads the object that the parser stands at. */
  static Columns read(JsonParser p) throws IOException {
    Columns columns = new Columns();
    columns.readObject(p, "");
    return columns;
  }

  List<Column> all() {
    return all;
  }

  /** Whether the document holds more than is kept. */
  boolean isCut() {
    return values > MOST_VALUES;
  }

  private void readObject(JsonParser p, String above) throws IOException {
    for (String name = p.nextFieldName(); name != null; name = p.nextFieldName()) {
      JsonToken token = p.nextToken();
      if (token == JsonToken.START_OBJECT) {
        readObject(p, above + name + ".");
      } else if (token == JsonToken.START_ARRAY) {
        readList(p, new Column(above + name));
      }
    }
  }

  private void readList(JsonParser p, Column column) throws IOException {
    for (JsonToken t = p.nextToken(); t != JsonToken.END_ARRAY; t = p.nextToken()) {
      if (++values > MOST_VALUES) {
        p.skipChildren();
      } else {
        readElement(p, t, column);
      }
    }
    if (column.size() > 0) {
      all.add(column);
    }
  }

  private static void readElement(JsonParser p, JsonToken token, Column column) throws IOException {
    switch (token) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> column.addNumber(p.getDoubleValue());
      case VALUE_STRING -> column.addText(p.getText());
      case START_ARRAY, START_OBJECT -> readWrapped(p, column);
      default -> column.addNothing();
    }
  }

  /** A list of one number is that number, and so is an object with a {@code value}. */
  private static void readWrapped(JsonParser p, Column column) throws IOException {
    boolean list = p.currentToken() == JsonToken.START_ARRAY;
    int numbers = 0;
    double number = Double.NaN;
    for (JsonToken t = p.nextToken(); !t.isStructEnd(); t = p.nextToken()) {
      boolean named = list || "value".equals(p.currentName());
      if (t.isNumeric() && named) {
        numbers++;
        number = p.getDoubleValue();
      }
      p.skipChildren();
    }
    if (numbers == 1) {
      column.addNumber(number);
    } else {
      column.addNothing();
    }
  }
}
