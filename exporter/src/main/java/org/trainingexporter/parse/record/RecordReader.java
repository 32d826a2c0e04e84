package org.trainingexporter.parse.record;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Set;
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
  private final ObjectWalk walk;

  public RecordReader(KeyRegistry fields, Timestamps times) {
    this.keys = new KeyTree(fields);
    this.times = times;
    this.walk = new ObjectWalk(this, keys, rejected, settings);
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

  /** The record holds no settings: for a line that could not be read with them. */
  public void ignoreSettings() {
    settings.ignore();
  }

  /** Adds all values of an object, of which the parser has read the start. */
  public void readObject(JsonParser p, LogRecord into) throws IOException {
    walk.readObject(p, keys.root, into);
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

  /** A text of a key without a signal: of some keys it names the set that the record is of. */
  public void addPlainText(Field field, String text, LogRecord into) {
    field.sawOther(NonNumeric.TEXT);
    RecordTexts.add(KeyRole.ofText(field.name), field.name, field, text, into);
  }

  /** Adds a text as what its key makes of it. */
  public void addTextUnder(KeyTree.KeyNode key, String text, LogRecord into) {
    if (key.field != null) {
      key.field.sawOther(NonNumeric.TEXT);
    }
    if (key.field != null && key.field.readsText()) {
      addText(key.field, text, into);
    }
    if (key.textRole.namesKind()) {
      settings.addKind(text);
    }
    if (key.textRole != KeyRole.NONE) {
      RecordTexts.add(key.textRole, key.path, key.field, text, into);
    }
  }

  /** Whether what stands in the next record may be settings that it does not call so. */
  public boolean collectsSettings() {
    return settings.collects();
  }

  /** Whether the text under that key says that its record holds settings. */
  public boolean namesSettings(KeyTree.KeyNode key, String text) {
    return key.textRole.namesKind() && settings.isConfiguration(text);
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

  /** Words of which each name of letters has one, unless it is a plain value. */
  public Set<String> requiredWords() {
    return keys.fields.requiredWords();
  }

  public Field field(String name) {
    return keys.fields.of(name);
  }
}
