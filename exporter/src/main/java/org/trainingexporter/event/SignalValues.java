package org.trainingexporter.event;

import java.util.Arrays;
import org.trainingexporter.event.grammar.NamedSet;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.event.key.RecordFields;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.event.key.Unit;

/**
 * The numbers of one record, each with its field, in base units. Of the aliases of one signal the
 * first in precedence is the signal's value. Filled again and again. One thread.
 */
final class SignalValues implements RecordFields {
  private static final int NO_RANK = Integer.MAX_VALUE;

  private final double[] bySignal = new double[Signal.COUNT];
  private final int[] rankBySignal = new int[Signal.COUNT];
  private Field[] fields = new Field[32];
  private double[] values = new double[32];
  private Unit[] units = new Unit[32];
  private int size;
  private int evidence;

  void clear() {
    size = 0;
    evidence = 0;
    Arrays.fill(rankBySignal, NO_RANK);
  }

  /** Adds a number in base units. A key that stands twice keeps its last value. */
  void add(Field field, double value) {
    int signal = field.signal.ordinal();
    if (field.rank <= rankBySignal[signal]) {
      if (field.rank == rankBySignal[signal] && replaced(field, value)) {
        return;
      }
      rankBySignal[signal] = field.rank;
      bySignal[signal] = value;
    }
    if (size == fields.length) {
      fields = Arrays.copyOf(fields, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
      units = Arrays.copyOf(units, 2 * size);
    }
    fields[size] = field;
    units[size] = field.unit;
    values[size++] = value;
    evidence |= 1 << field.evidence.ordinal();
  }

  /** Parts, other values and layers share their rank: only what is read by signal is replaced. */
  private boolean replaced(Field field, double value) {
    if (field.signal.isValue() || field.signal.isOfLayer()) {
      return false;
    }
    bySignal[field.signal.ordinal()] = value;
    for (int i = size - 1; i >= 0; i--) {
      if (fields[i] == field) {
        values[i] = value;
        return true;
      }
    }
    return false;
  }

  /** Adds all numbers again, by what their keys mean now in that set. */
  void interpret(KeyRegistry keys, NamedSet set) {
    int all = size;
    clear();
    for (int i = 0; i < all; i++) {
      Field field = keys.in(set, fields[i]);
      double raw = units[i].fromBase(values[i]);
      double value = units[i] == field.unit ? values[i] : field.unit.toBase(raw);
      if (field.signal.accepts(value)) {
        add(field, value);
      }
    }
  }

  boolean has(Signal.Evidence what) {
    return (evidence & 1 << what.ordinal()) != 0;
  }

  /** The rank of the signal's first alias in this record; the largest int if it has none. */
  int rank(Signal signal) {
    return rankBySignal[signal.ordinal()];
  }

  @Override
  public boolean has(Signal signal) {
    return rankBySignal[signal.ordinal()] != NO_RANK;
  }

  @Override
  public double value(Signal signal) {
    return has(signal) ? bySignal[signal.ordinal()] : Double.NaN;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Field field(int i) {
    return fields[i];
  }

  @Override
  public double value(int i) {
    return values[i];
  }
}
