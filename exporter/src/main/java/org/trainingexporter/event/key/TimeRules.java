package org.trainingexporter.event.key;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trainingexporter.event.grammar.KeyName;
import org.trainingexporter.event.key.CounterRules.RecordFields;
import org.trainingexporter.event.value.KeyTimes;
import org.trainingexporter.event.value.TimeMeaning;
import org.trainingexporter.event.value.TimeName;
import org.trainingexporter.event.value.TimeValues;
import org.trainingexporter.event.value.Unit;

/**
 * Gives the keys about time the meaning that their values show: see {@link TimeValues}. What was
 * found before the run is read is adopted, so that its first record is read right. One thread.
 */
public final class TimeRules {
  private static final TimeName UNNAMED = new TimeName(Unit.PLAIN, false, false, false);

  private final KeyRegistry keys;
  private final Map<String, KeyTimes.Decided> adopted = new HashMap<>();

  /** Fields about time with a value in the record that is being read, and these values. */
  private final List<Field> current = new ArrayList<>();

  private final List<Double> values = new ArrayList<>();

  TimeRules(KeyRegistry keys) {
    this.keys = keys;
  }

  /**
   * What a new field's values may say; null where only its name counts.
   *
   * @param ours the key as the user names it
   */
  static TimeValues of(Alias meaning, String ours) {
    TimeName name = TimeName.of(KeyName.of(ours));
    if (!meaning.isOfTable()) {
      return name == null || meaning.signal() != Signal.VALUE ? null : new TimeValues(name, null);
    }
    TimeName known = name == null ? UNNAMED : name;
    return switch (meaning.signal()) {
      case ELAPSED -> new TimeValues(known, TimeMeaning.ELAPSED);
      case TIMESTAMP -> new TimeValues(known, TimeMeaning.TIME);
      default -> null;
    };
  }

  /** Reads keys as they were found to be before the run's first record is read. */
  public void adopt(KeyTimes found) {
    found.byKey().forEach(adopted::putIfAbsent);
    for (Field field : keys.fields) {
      adoptFor(field);
    }
  }

  /** The field is new, or others have found out more. */
  void adoptFor(Field field) {
    KeyTimes.Decided found = adopted.get(field.name);
    if (found != null && field.times != null && field.times.seen() < found.values()) {
      field.times.adopt(found.meaning(), found.values());
      assign(field);
    }
  }

  /** A value of the record that is being read. */
  void note(Field field, double value) {
    if (field.times.isTime(value)) {
      assign(field);
    }
    current.add(field);
    values.add(value);
  }

  /** Whether a text that spells a time of day is one under that key, and no span. */
  public boolean isClock(Field field, double secondsOfDay) {
    boolean clock = field.times.isClock(secondsOfDay);
    if (clock) {
      assign(field);
    }
    return clock;
  }

  /** The record is read. */
  void apply(RecordFields record) {
    double position = record.value(Signal.POSITION);
    double epoch = record.value(Signal.EPOCH);
    for (int i = 0; i < current.size(); i++) {
      TimeValues times = current.get(i).times;
      times.add(values.get(i), position, epoch, times.isOpen() && hasDataTime(record));
      assign(current.get(i));
    }
    clear();
  }

  /** A record begins: what was seen of one that was dropped does not count. */
  public void clear() {
    current.clear();
    values.clear();
  }

  private static boolean hasDataTime(RecordFields record) {
    for (int i = 0; i < record.size(); i++) {
      if (record.field(i).reading.path().tail().equals("data time")) {
        return true;
      }
    }
    return false;
  }

  private void assign(Field field) {
    TimeMeaning meaning = field.times.meaning();
    if (meaning != field.timeMeaning) {
      field.timeMeaning = meaning;
      keys.assign(field, alias(field, meaning));
    }
  }

  private static Alias alias(Field field, TimeMeaning meaning) {
    Unit unit = field.times.name().unit();
    return switch (meaning) {
      case TIME -> decided(field, Signal.TIMESTAMP, Unit.SINCE_1970, meaning);
      case CLOCK -> decided(field, Signal.CLOCK, Unit.PLAIN, meaning);
      case ELAPSED -> decided(field, Signal.ELAPSED, unit, meaning);
      case STEP_DURATION -> decided(field, Signal.STEPS_PER_SECOND, unit.aStep(), meaning);
      case EPOCH_DURATION -> decided(field, Signal.EPOCH_SECONDS, unit, meaning);
      case SINCE_EPOCH, UNDECIDED -> Alias.value(field.name, meaning.rule);
    };
  }

  private static Alias decided(Field field, Signal signal, Unit unit, TimeMeaning meaning) {
    int rank = KeyMeanings.rank(field.reading, field.index);
    return new Alias(field.name, signal, rank, unit, meaning.rule);
  }

  /** What is decided by now. */
  public KeyTimes found() {
    Map<String, KeyTimes.Decided> found = new HashMap<>();
    for (Field field : keys.fields) {
      if (field.times != null && !field.isOfTable()) {
        TimeMeaning meaning = field.times.meaning();
        if (meaning != TimeMeaning.UNDECIDED) {
          found.put(field.name, new KeyTimes.Decided(meaning, field.times.seen()));
        }
      }
    }
    return new KeyTimes(found);
  }
}
