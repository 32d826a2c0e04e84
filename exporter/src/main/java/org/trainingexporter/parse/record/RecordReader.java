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
import org.trainingexporter.event.value.Unit;
import org.trainingexporter.parse.number.TextNumbers;
import org.trainingexporter.parse.section.KeyRole;
import org.trainingexporter.parse.time.Timestamps;

/**
 * Adds a record's keys and values to a {@link LogRecord}: all numbers, and texts where a known
 * signal may be written as one. An implausible value is rejected; the rest of the record is kept.
 * One thread.
 */
public final class RecordReader {
  private final KeyTree keys;
  private final Timestamps times;
  private final PendingRejections rejected = new PendingRejections();
  private final PendingSettings settings = new PendingSettings();

  public RecordReader(KeyRegistry fields, Timestamps times) {
    this.keys = new KeyTree(fields);
    this.times = times;
  }

  /** Empties the record, for the line of that number. */
  public void begin(LogRecord record, long line) {
    record.begin(line);
    record.setMeanings(keys.fields.version());
    keys.fields.times().clear();
    rejected.clear();
    settings.begin();
  }

  /**
   * Ends a record that stands: what it shows of its keys decides what they mean, and what was
   * rejected since {@link #begin} is reported. Not called for a record that is dropped.
   */
  public void report(LogRecord record, RejectionListener rejections) {
    keys.fields.settle(record);
    record.interpret(keys.fields);
    settings.report(record);
    if (record.has(Signal.TIMESTAMP)) {
      record.setTime(record.value(Signal.TIMESTAMP));
    }
    rejected.report(record, rejections);
  }

  /** Adds all values of an object, of which the parser has read the start. */
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
          settings.addList(p, node);
          rejectShape(node.field, "a list");
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
      if (node.field != null) {
        addNumber(node.field, value, into);
      }
      return;
    }
    sawOther(node, NonNumeric.LIST);
    JsonStreamContext around = list.getParent();
    while (p.getParsingContext() != around) {
      p.nextToken();
    }
    rejectShape(node.field, "a list");
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
    addNumber(node.field, value, into);
  }

  /** Adds a number in the log's unit; NaN and infinities are values where the signal has them. */
  public void addNumber(Field field, double value, LogRecord into) {
    if (field.watched) {
      keys.fields.observe(field, value);
    }
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
    double seconds = Unit.since1970(value);
    if (!field.signal.accepts(seconds)) {
      rejectRange(field, Double.toString(value));
      return;
    }
    into.add(field, seconds);
  }

  private void rejectRange(Field field, String value) {
    rejected.reject(Rejection.OUT_OF_RANGE, field.name, value + " is no " + field.signal.label());
  }

  private void readText(JsonParser p, KeyTree.KeyNode node, LogRecord into) throws IOException {
    sawOther(node, NonNumeric.TEXT);
    if (node.field != null && node.field.readsText()) {
      addText(node.field, p.getText(), into);
    }
    if (node.textRole.namesKind()) {
      settings.addKind(p.getText());
    }
    RecordTexts.add(node.textRole, node.path, node.field, p.getText(), into);
  }

  /** A text of a key without a signal: of some keys it names the set that the record is of. */
  public void addPlainText(Field field, String text, LogRecord into) {
    field.sawOther(NonNumeric.TEXT);
    RecordTexts.add(KeyRole.ofText(field.name), field.name, field, text, into);
  }

  /** Adds a known signal's value from a text; {@code 10/438} is a position and its plan. */
  public void addText(Field field, String text, LogRecord into) {
    if (TextNumbers.isNoValue(text)) {
      return;
    }
    double value =
        switch (field.signal) {
          case ETA -> orElse(TextNumbers.number(text), TextNumbers::seconds, text);
          case POSITION, EPOCH -> addPart(field, text, into);
          default -> field.readsTimes() ? time(field, text) : TextNumbers.number(text);
        };
    if (!Double.isNaN(value) || TextNumbers.isNonFinite(text)) {
      addNumber(field, value, into);
    } else if (!field.isLenient()) {
      String detail = '"' + RecordTexts.shorten(text) + "\" is no " + field.signal.label();
      rejected.reject(Rejection.NOT_A_NUMBER, field.name, detail);
    }
  }

  /** A number, a clock or a span such as {@code 1:02:03}, or a date. */
  private double time(Field field, String text) {
    double number = TextNumbers.number(text);
    if (!Double.isNaN(number)) {
      return number;
    }
    double clock = TextNumbers.clock(text);
    if (!Double.isNaN(clock) && keys.fields.times().isClock(field, clock)) {
      return clock;
    }
    double span = TextNumbers.seconds(text);
    return Double.isNaN(span) ? times.seconds(text) : span;
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

  /** Whether the record that is being read may hold settings of the run. */
  public boolean hasSettings() {
    return settings.isPending();
  }

  public KeyTree keys() {
    return keys;
  }

  /** The converter of the log's times. */
  public Timestamps times() {
    return times;
  }

  /** What a number under that key would mean; the key does not count as one that the log has. */
  public Signal signal(String name) {
    return keys.fields.signal(name);
  }

  public Field field(String name) {
    return keys.fields.of(name);
  }
}
