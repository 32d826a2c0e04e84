package org.trainingexporter.parse.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.function.ToDoubleFunction;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.event.key.NonNumeric;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.event.key.SignalAliases;
import org.trainingexporter.event.key.Unit;
import org.trainingexporter.parse.number.TextNumbers;
import org.trainingexporter.parse.number.TokenNumbers;
import org.trainingexporter.parse.time.Timestamps;

/**
 * One record's keys and values, into a {@link LogRecord}: numbers as they are, texts only where a
 * known signal may be written as one. A value that cannot be meant is rejected and costs only
 * itself. One thread.
 */
public final class RecordReader {
  private static final int LONGEST_TEXT_SHOWN = 60;

  private final KeyTree keys;
  private final Timestamps times;
  private final PendingRejections rejected = new PendingRejections();

  public RecordReader(KeyRegistry fields, Timestamps times) {
    this.keys = new KeyTree(fields);
    this.times = times;
  }

  /** Empties the record for what stands on that line. */
  public void begin(LogRecord record, long line) {
    record.begin(line);
    rejected.clear();
  }

  /** Tells what was rejected since {@link #begin}; not called for a record that is dropped. */
  public void report(LogRecord record, RejectionListener rejections) {
    rejected.report(record, rejections);
  }

  /** Reads an object from its start to its end. */
  public void readObject(JsonParser p, LogRecord into) throws IOException {
    readObject(p, keys.root, into);
  }

  private void readObject(JsonParser p, KeyTree.KeyNode parent, LogRecord into) throws IOException {
    for (String name = p.nextFieldName(); name != null; name = p.nextFieldName()) {
      KeyTree.KeyNode node = keys.below(parent, name);
      readValue(p, p.nextToken(), node, into);
    }
  }

  private void readValue(JsonParser p, JsonToken token, KeyTree.KeyNode node, LogRecord into)
      throws IOException {
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
        sawOther(node, NonNumeric.LIST);
        if (node.section != null) {
          readSection(p, node, into);
        } else {
          double only = TokenNumbers.onlyElement(p);
          if (Double.isNaN(only) || node.field == null) {
            rejectShape(node.field, "a list");
          } else {
            addNumber(node.field, only, into);
          }
        }
      }
      case VALUE_TRUE, VALUE_FALSE -> {
        sawOther(node, NonNumeric.TRUTH);
        rejectShape(node.field, p.getText());
      }
      default -> {} // null is no value
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
    if (field != null && field.signal != Signal.VALUE) {
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
      String shown = shorten(p.getText());
      rejected.reject(Rejection.OUT_OF_RANGE, node.path, shown + " is past a double");
      return;
    }
    addNumber(node.field, value, into);
  }

  /** A number as the log has it; NaN and infinities are values where the signal may show them. */
  public void addNumber(Field field, double value, LogRecord into) {
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
      rejectRange(field, Double.toString(value));
    }
  }

  private void addTime(Field field, double value, LogRecord into) {
    if (field.unit == Unit.WALL_TIME && !Unit.isTimeOfDay(value)) {
      addNumber(keys.fields.of(SignalAliases.WALL_TIME_SINCE_START), value, into);
      return;
    }
    double seconds = Timestamps.seconds(value);
    if (!field.signal.accepts(seconds)) {
      rejectRange(field, Double.toString(value));
      return;
    }
    into.add(field, seconds);
    into.setTime(into.value(Signal.TIMESTAMP));
  }

  private void rejectRange(Field field, String value) {
    rejected.reject(Rejection.OUT_OF_RANGE, field.name, value + " is no " + field.signal.label());
  }

  private void readText(JsonParser p, KeyTree.KeyNode node, LogRecord into) throws IOException {
    sawOther(node, NonNumeric.TEXT);
    if (node.field != null && node.field.signal != Signal.VALUE) {
      addText(node.field, p.getText(), into);
    }
    switch (node.textRole) {
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
      default -> {}
    }
  }

  /** A known signal's value that was written as text, also {@code 10/438} for one and its plan. */
  public void addText(Field field, String text, LogRecord into) {
    if (TextNumbers.isMissing(text)) {
      return;
    }
    double value =
        switch (field.signal) {
          case ELAPSED, ETA -> orElse(TextNumbers.number(text), TextNumbers::seconds, text);
          case TIMESTAMP -> orElse(TextNumbers.number(text), times::seconds, text);
          case POSITION, EPOCH -> addPart(field, text, into);
          default -> TextNumbers.number(text);
        };
    if (!Double.isNaN(value) || TextNumbers.isNonFinite(text)) {
      addNumber(field, value, into);
    } else {
      String detail = '"' + shorten(text) + "\" is no " + field.signal.label();
      rejected.reject(Rejection.NOT_A_NUMBER, field.name, detail);
    }
  }

  private static double orElse(double number, ToDoubleFunction<String> reader, String text) {
    return Double.isNaN(number) ? reader.applyAsDouble(text) : number;
  }

  private double addPart(Field field, String text, LogRecord into) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return TextNumbers.number(text);
    }
    double whole = TextNumbers.number(text.substring(slash + 1));
    if (!Double.isNaN(whole)) {
      String plan = field.signal == Signal.POSITION ? "max_steps" : "num_train_epochs";
      addNumber(keys.fields.of(plan), whole, into);
    }
    return TextNumbers.number(text.substring(0, slash));
  }

  public KeyTree keys() {
    return keys;
  }

  /** What a number under that key would mean; the key is not noted as one that the log has. */
  public Signal signal(String name) {
    return keys.fields.signal(name);
  }

  public Field field(String name) {
    return keys.fields.of(name);
  }

  private static String shorten(String text) {
    return text.length() <= LONGEST_TEXT_SHOWN ? text : text.substring(0, LONGEST_TEXT_SHOWN) + "…";
  }
}
