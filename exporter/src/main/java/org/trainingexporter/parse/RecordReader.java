package org.trainingexporter.parse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.function.ToDoubleFunction;
import org.trainingexporter.event.Field;
import org.trainingexporter.event.Fields;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.Refusal;
import org.trainingexporter.event.Refusals;
import org.trainingexporter.event.Shape;
import org.trainingexporter.event.Signal;
import org.trainingexporter.event.Spellings;
import org.trainingexporter.event.Unit;

/**
 * One record's keys and values, into a {@link LogRecord}: numbers as they are, texts only where a
 * known signal may be written as one. A value that cannot be meant is refused and costs only
 * itself. One thread.
 */
final class RecordReader {
  private static final int LONGEST_TEXT_SHOWN = 60;

  private final Keys keys;
  private final Timestamps times;
  private final RefusedValues refused = new RefusedValues();

  RecordReader(Fields fields, Timestamps times) {
    this.keys = new Keys(fields);
    this.times = times;
  }

  /** Empties the record for what stands on that line. */
  void begin(LogRecord record, long line) {
    record.begin(line);
    refused.clear();
  }

  /** Tells what was refused since {@link #begin}; not called for a record that is dropped. */
  void report(LogRecord record, Refusals refusals) {
    refused.report(record, refusals);
  }

  /** Reads an object from its start to its end. */
  void readObject(JsonParser p, LogRecord into) throws IOException {
    readObject(p, keys.root, into);
  }

  private void readObject(JsonParser p, Keys.Node parent, LogRecord into) throws IOException {
    for (String name = p.nextFieldName(); name != null; name = p.nextFieldName()) {
      Keys.Node node = keys.below(parent, name);
      readValue(p, p.nextToken(), node, into);
    }
  }

  private void readValue(JsonParser p, JsonToken token, Keys.Node node, LogRecord into)
      throws IOException {
    switch (token) {
      case VALUE_NUMBER_FLOAT, VALUE_NUMBER_INT -> readNumber(p, node, into);
      case VALUE_STRING -> readText(p, node, into);
      case START_OBJECT -> {
        sawOther(node, Shape.OBJECT);
        if (node.section != null) {
          readSection(p, node, into);
        } else {
          readObject(p, node, into);
        }
      }
      case START_ARRAY -> {
        sawOther(node, Shape.LIST);
        if (node.section != null) {
          readSection(p, node, into);
        } else {
          p.skipChildren();
          refuseShape(node.field, "a list");
        }
      }
      case VALUE_TRUE, VALUE_FALSE -> {
        sawOther(node, Shape.TRUTH);
        refuseShape(node.field, p.getText());
      }
      default -> {} // null is no value
    }
  }

  private static void sawOther(Keys.Node node, Shape shape) {
    if (node.field != null) {
      node.field.sawOther(shape);
    }
  }

  private void readSection(JsonParser p, Keys.Node node, LogRecord into) throws IOException {
    JsonStreamContext around = p.getParsingContext().getParent();
    String wrong = node.section.read(p, node.path, into, refused);
    if (wrong != null) {
      refused.refuse(Refusal.WRONG_SHAPE, node.path, wrong);
    }
    while (p.getParsingContext() != around) {
      p.nextToken(); // past what the section left unread
    }
  }

  private void refuseShape(Field field, String what) {
    if (field != null && field.signal != Signal.VALUE) {
      String detail = what + " where a number was expected";
      refused.refuse(Refusal.WRONG_SHAPE, field.name, detail);
    }
  }

  private void readNumber(JsonParser p, Keys.Node node, LogRecord into) throws IOException {
    if (node.field == null) {
      return;
    }
    double value = p.getDoubleValue();
    if (Double.isInfinite(value) && !p.isNaN()) {
      String shown = shorten(p.getText());
      refused.refuse(Refusal.OUT_OF_RANGE, node.path, shown + " is past a double");
      return;
    }
    addNumber(node.field, value, into);
  }

  /** A number as the log has it; NaN and infinities are values where the signal may show them. */
  void addNumber(Field field, double value, LogRecord into) {
    if (field.signal == Signal.TIMESTAMP) {
      addTime(field, value, into);
      return;
    }
    if (field.signal == Signal.END || field.signal.isValue()) {
      into.add(field, value);
      return;
    }
    double base = field.unit.toBase(value);
    if (field.signal.accepts(base)) {
      into.add(field, base);
      if (field.signal == Signal.PROGRESS && base >= 100) {
        into.setEnded();
      }
    } else {
      refuseRange(field, Double.toString(value));
    }
  }

  private void addTime(Field field, double value, LogRecord into) {
    if (field.unit == Unit.WALL_TIME && !Unit.isTimeOfDay(value)) {
      addNumber(keys.fields.of(Spellings.WALL_TIME_SINCE_START), value, into);
      return;
    }
    double seconds = Timestamps.seconds(value);
    if (!field.signal.accepts(seconds)) {
      refuseRange(field, Double.toString(value));
      return;
    }
    into.add(field, seconds);
    into.setTime(into.value(Signal.TIMESTAMP));
  }

  private void refuseRange(Field field, String value) {
    refused.refuse(Refusal.OUT_OF_RANGE, field.name, value + " is no " + field.signal.label());
  }

  private void readText(JsonParser p, Keys.Node node, LogRecord into) throws IOException {
    sawOther(node, Shape.TEXT);
    if (node.field != null && node.field.signal != Signal.VALUE) {
      addText(node.field, p.getText(), into);
    }
    switch (node.text) {
      case MODE -> {
        if (p.getText().equals("val")) {
          into.setValidating();
        }
      }
      case EVENT -> {
        if (p.getText().equals("done")) {
          into.setEnded();
        }
      }
      case ERROR_TYPE -> into.setError(p.getText());
      case ERROR_MESSAGE -> into.setErrorMessage(p.getText());
      case MODEL_NAME -> into.setModelName(shorten(p.getText()));
      case NONE -> {}
    }
  }

  /** A known signal's value that was written as text, also {@code 10/438} for one and its plan. */
  void addText(Field field, String text, LogRecord into) {
    if (text.isBlank()) {
      return;
    }
    double value =
        switch (field.signal) {
          case ELAPSED, ETA -> orElse(Texts.number(text), Texts::seconds, text);
          case TIMESTAMP -> orElse(Texts.number(text), times::seconds, text);
          case POSITION, EPOCH -> addPart(field, text, into);
          default -> Texts.number(text);
        };
    if (!Double.isNaN(value) || Texts.isNonFinite(text)) {
      addNumber(field, value, into);
    } else {
      String detail = '"' + shorten(text) + "\" is no " + field.signal.label();
      refused.refuse(Refusal.NOT_A_NUMBER, field.name, detail);
    }
  }

  private static double orElse(double number, ToDoubleFunction<String> reader, String text) {
    return Double.isNaN(number) ? reader.applyAsDouble(text) : number;
  }

  private double addPart(Field field, String text, LogRecord into) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return Texts.number(text);
    }
    double whole = Texts.number(text.substring(slash + 1));
    if (!Double.isNaN(whole)) {
      String plan = field.signal == Signal.POSITION ? "max_steps" : "num_train_epochs";
      addNumber(keys.fields.of(plan), whole, into);
    }
    return Texts.number(text.substring(0, slash));
  }

  Keys keys() {
    return keys;
  }

  Field field(String name) {
    return keys.fields.of(name);
  }

  private static String shorten(String text) {
    return text.length() <= LONGEST_TEXT_SHOWN ? text : text.substring(0, LONGEST_TEXT_SHOWN) + "…";
  }
}
