package org.trainingexporter.parse.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.OptionalDouble;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.event.key.NonNumeric;
import org.trainingexporter.event.key.Signal;

/** Walks a JSON object and hands each value, with its key, to the reader of records. One thread. */
final class ObjectWalk {
  private final RecordReader reader;
  private final KeyTree keys;
  private final PendingRejections rejected;
  private final PendingSettings settings;

  ObjectWalk(
      RecordReader reader, KeyTree keys, PendingRejections rejected, PendingSettings settings) {
    this.reader = reader;
    this.keys = keys;
    this.rejected = rejected;
    this.settings = settings;
  }

  /** Reads an object to its end; the parser has read its start. */
  void readObject(JsonParser p, KeyTree.KeyNode parent, LogRecord into) throws IOException {
    for (String name = p.nextFieldName(); name != null; name = p.nextFieldName()) {
      KeyTree.KeyNode node = keys.below(parent, name);
      readValue(p, p.nextToken(), node, into);
    }
  }

  private void readValue(JsonParser p, JsonToken token, KeyTree.KeyNode node, LogRecord into)
      throws IOException {
    if (token.isScalarValue() && settings.wants(node)) {
      settings.add(p, node);
    }
    switch (token) {
      case VALUE_NUMBER_FLOAT, VALUE_NUMBER_INT -> readNumber(p, node, into);
      case VALUE_STRING -> readText(p, node, into);
      case START_OBJECT -> {
        sawOther(node, NonNumeric.OBJECT);
        if (node.section != null) {
          readSection(p, node, into);
        } else {
          readObject(p, node, into);
        }
      }
      case START_ARRAY -> {
        if (node.section != null) {
          sawOther(node, NonNumeric.LIST);
          readSection(p, node, into);
        } else if (settings.wants(node)) {
          addList(settings.addList(p, node), node, into);
        } else {
          readList(p, node, into);
        }
      }
      case VALUE_TRUE, VALUE_FALSE -> {
        sawOther(node, NonNumeric.TRUTH);
        rejectShape(node.field, p.getText());
      }
      default -> {} // null is no value
    }
  }

  /** A list of one number is that number. */
  private void readList(JsonParser p, KeyTree.KeyNode node, LogRecord into) throws IOException {
    JsonStreamContext list = p.getParsingContext();
    boolean number = p.nextToken().isNumeric();
    double value = number ? p.getDoubleValue() : Double.NaN;
    number &= !Double.isInfinite(value) || p.isNaN(); // past a double
    if (number && p.nextToken() == JsonToken.END_ARRAY) {
      addList(OptionalDouble.of(value), node, into);
      return;
    }
    JsonStreamContext around = list.getParent();
    while (p.getParsingContext() != around) {
      p.nextToken();
    }
    addList(OptionalDouble.empty(), node, into);
  }

  private void addList(OptionalDouble only, KeyTree.KeyNode node, LogRecord into) {
    if (node.field == null) {
      return;
    }
    if (only.isPresent() && !node.isSetting) {
      reader.addNumber(node.field, only.getAsDouble(), into);
    } else {
      node.field.sawOther(NonNumeric.LIST);
      rejectShape(node.field, "a list");
    }
  }

  private static void sawOther(KeyTree.KeyNode node, NonNumeric shape) {
    if (node.field != null) {
      node.field.sawOther(shape);
    }
  }

  private void readSection(JsonParser p, KeyTree.KeyNode node, LogRecord into) throws IOException {
    JsonStreamContext around = p.getParsingContext().getParent();
    String wrong = node.section.read(p, node.path, into, rejected);
    if (wrong != null) {
      rejected.reject(Rejection.WRONG_SHAPE, node.path, wrong);
    }
    while (p.getParsingContext() != around) {
      p.nextToken(); // past what the section left unread
    }
  }

  private void rejectShape(Field field, String what) {
    if (field != null && field.isOfTable() && field.signal != Signal.VALUE) {
      String detail = what + " where a number was expected";
      rejected.reject(Rejection.WRONG_SHAPE, field.name, detail);
    }
  }

  private void readNumber(JsonParser p, KeyTree.KeyNode node, LogRecord into) throws IOException {
    if (node.field == null) {
      return;
    }
    double value = p.getDoubleValue();
    if (Double.isInfinite(value) && !p.isNaN()) {
      String shown = RecordTexts.shorten(p.getText());
      rejected.reject(Rejection.OUT_OF_RANGE, node.path, shown + " is past a double");
      return;
    }
    reader.addNumber(node.field, value, into);
  }

  private void readText(JsonParser p, KeyTree.KeyNode node, LogRecord into) throws IOException {
    if (node.ignoresText()) { // it may be too long to be read
      sawOther(node, NonNumeric.TEXT);
    } else {
      reader.addTextUnder(node, p.getText(), into);
    }
  }
}
