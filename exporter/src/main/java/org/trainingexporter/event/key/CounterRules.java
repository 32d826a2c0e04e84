package org.trainingexporter.event.key;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trainingexporter.event.value.Unit;

/**
 * Compares a run's counters, record by record. A {@code total} that stays the same beside a counter
 * that moves is the plan. Two that never stand in one record are one counter while the value never
 * falls from one to the other; else the one of the records with the loss is the run's. One thread.
 */
public final class CounterRules {
  /** Changes from one to the other without a fall, after which two counters are one for good. */
  private static final int PROOF = 6;

  private final KeyRegistry keys;
  private final List<Suspect> suspects = new ArrayList<>();
  private final Set<Field> known = new HashSet<>();
  private Field only;
  private int counters;
  private boolean settled;
  private Field newest;
  private double newestValue = Double.NaN;
  private int changes;

  /** The numbers of one record, as the rules see them that compare a run's keys. */
  public interface RecordFields {
    int size();

    Field field(int i);

    /** In base units. */
    double value(int i);

    boolean has(Signal signal);

    /** The value of the signal's highest alias; unknown where it has none. */
    double value(Signal signal);
  }

  CounterRules(KeyRegistry keys) {
    this.keys = keys;
  }

  /** A counter that may be the plan, as it first stood, and the counters that stood beside it. */
  private record Suspect(Field field, double value, Map<Field, Double> beside) {}

  /** Keys have changed their meaning, or come. */
  void update() {
    counters = 0;
    for (Field field : keys.fields) {
      if (!field.seen || !isCounter(field)) {
        continue;
      }
      if (known.add(field)) {
        settled = false;
        if (field.reading.mayBePlan() && !field.isOfTable()) {
          suspects.add(new Suspect(field, Double.NaN, Map.of()));
        }
      }
      if (field.signal == Signal.POSITION) {
        counters++;
        only = field;
      }
    }
  }

  private static boolean isCounter(Field field) {
    return field.signal == Signal.POSITION || field.signal == Signal.EPOCH;
  }

  /** Compares the counters of the run's next record with those before it. */
  public void apply(RecordFields record) {
    if (!suspects.isEmpty()) {
      suspects(record);
    }
    if (counters == 1) {
      if (record.has(Signal.POSITION)) {
        count(record, only, record.value(Signal.POSITION));
      }
    } else if (counters > 1 && !settled) {
      several(record);
    }
  }

  private void count(RecordFields record, Field field, double value) {
    newest = field;
    newestValue = value;
    field.besideLoss |= record.has(Signal.LOSS);
  }

  private void several(RecordFields record) {
    Field found = null;
    double value = Double.NaN;
    for (int i = 0; i < record.size(); i++) {
      Field field = record.field(i);
      if (field.signal == Signal.POSITION) {
        if (found != null && found != field) {
          part();
          return;
        }
        found = field;
        value = record.value(i);
      }
    }
    if (found != null) {
      Field before = newest;
      double valueBefore = newestValue;
      count(record, found, value);
      if (before != null && before != found) {
        change(before, found, value >= valueBefore);
      }
    }
  }

  /** They stand in one record: each is read by its own rank. */
  private void part() {
    settled = true;
    known.stream().filter(f -> f.signal == Signal.POSITION).forEach(this::rankItself);
  }

  private void change(Field from, Field to, boolean rises) {
    if (rises) {
      settled = ++changes >= PROOF;
      rank(keys.isRead(to) ? from : to, keys.isRead(to) ? to.rank : from.rank);
      return;
    }
    settled = true;
    rankItself(from);
    rankItself(to);
    if (from.besideLoss != to.besideLoss) {
      drop(
          from.besideLoss ? to : from,
          Signal.VALUE,
          "value: another counter than the" + " training's");
    }
  }

  private void rankItself(Field field) {
    rank(field, field.ownRank);
  }

  private void rank(Field field, int rank) {
    if (field.rank != rank) {
      if (keys.isRead(field)) {
        keys.lose(field.signal);
      }
      keys.rank(field, rank);
    }
  }

  private void suspects(RecordFields record) {
    for (Iterator<Suspect> all = List.copyOf(suspects).iterator(); all.hasNext(); ) {
      Suspect suspect = all.next();
      int at = indexOf(suspect.field, record);
      if (at < 0) {
        continue;
      }
      if (Double.isNaN(suspect.value)) {
        suspects.remove(suspect);
        suspects.add(new Suspect(suspect.field, record.value(at), beside(suspect, record)));
      } else if (record.value(at) != suspect.value) {
        suspects.remove(suspect);
      } else if (hasMoved(suspect, record)) {
        suspects.remove(suspect);
        stands(suspect.field);
      }
    }
  }

  private static int indexOf(Field field, RecordFields record) {
    for (int i = 0; i < record.size(); i++) {
      if (record.field(i) == field) {
        return i;
      }
    }
    return -1;
  }

  private static Map<Field, Double> beside(Suspect suspect, RecordFields record) {
    Map<Field, Double> beside = new HashMap<>();
    for (int i = 0; i < record.size(); i++) {
      if (record.field(i) != suspect.field && isCounter(record.field(i))) {
        beside.put(record.field(i), record.value(i));
      }
    }
    return beside;
  }

  private static boolean hasMoved(Suspect suspect, RecordFields record) {
    for (Map.Entry<Field, Double> counter : beside(suspect, record).entrySet()) {
      Double before = suspect.beside.get(counter.getKey());
      if (before != null && !before.equals(counter.getValue())) {
        return true;
      }
    }
    return false;
  }

  /** It stays the same beside a counter that moves. */
  private void stands(Field field) {
    boolean epochs = field.signal == Signal.EPOCH;
    boolean plan = epochs || field.reading.path().has("total");
    Signal is = epochs ? Signal.PLANNED_EPOCHS : plan ? Signal.PLAN : Signal.VALUE;
    drop(field, is, (plan ? "plan" : "value") + ": the same beside a counter that moves");
  }

  private void drop(Field field, Signal is, String rule) {
    keys.assign(field, new Alias(field.name, is, field.ownRank, Unit.PLAIN, rule));
    update();
  }
}
