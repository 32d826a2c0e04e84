package org.trainingexporter.event;

import java.util.Arrays;
import org.trainingexporter.event.grammar.NamedSet;
import org.trainingexporter.event.key.CounterRules.RecordFields;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.event.value.Unit;

/** The numbers of one record, each with the field that it stood under, in base units. */
abstract class RecordNumbers implements RecordFields {
  private final double[] bySignal = new double[Signal.COUNT];
  private final int[] rankBySignal = new int[Signal.COUNT];
  private Field[] keys = new Field[32];
  private double[] values = new double[32];
  private Unit[] units = new Unit[32];
  private int size;
  private int evidence;

  /** The meanings, and the set, under which they stand. */
  private int meanings;

  private NamedSet setOfNumbers = NamedSet.NONE;

  final void clear() {
    size = 0;
    evidence = 0;
    meanings = 0;
    setOfNumbers = NamedSet.NONE;
    Arrays.fill(rankBySignal, Integer.MAX_VALUE);
  }

  /** Adds a number in base units. A key that stands twice keeps its last value. */
  public void add(Field field, double value) {
    int signal = field.signal.ordinal();
    if (field.rank <= rankBySignal[signal]) {
      if (field.rank == rankBySignal[signal] && replaced(field, value)) {
        return;
      }
      rankBySignal[signal] = field.rank;
      bySignal[signal] = value;
    }
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
      units = Arrays.copyOf(units, 2 * size);
    }
    keys[size] = field;
    units[size] = field.unit;
    values[size++] = value;
    evidence |= 1 << field.evidence.ordinal();
  }

  /** Parts, plain values and layers share their rank: only what is read by signal looks back. */
  private boolean replaced(Field field, double value) {
    if (field.signal.isValue() || field.signal.isOfLayer()) {
      return false;
    }
    bySignal[field.signal.ordinal()] = value;
    for (int i = size - 1; i >= 0; i--) {
      if (keys[i] == field) {
        values[i] = value;
        return true;
      }
    }
    return false;
  }

  /** The meanings under which its numbers are added: {@link KeyRegistry#version}. */
  public void setMeanings(int version) {
    meanings = version;
  }

  /** Reads them anew where keys mean something else since, and in the set that they are of. */
  final void interpret(KeyRegistry fields, NamedSet set) {
    if (meanings == fields.version() && setOfNumbers == set) {
      return;
    }
    int all = size;
    size = 0;
    evidence = 0;
    Arrays.fill(rankBySignal, Integer.MAX_VALUE);
    for (int i = 0; i < all; i++) {
      Field field = fields.in(set, keys[i]);
      double raw = units[i].fromBase(values[i]);
      double value = units[i] == field.unit ? values[i] : field.unit.toBase(raw);
      if (field.signal.accepts(value)) {
        add(field, value);
      }
    }
    setOfNumbers = set;
    meanings = fields.version();
  }

  public boolean has(Signal.Evidence what) {
    return (evidence & 1 << what.ordinal()) != 0;
  }

  @Override
  public boolean has(Signal signal) {
    return rankBySignal[signal.ordinal()] != Integer.MAX_VALUE;
  }

  @Override
  public double value(Signal signal) {
    return has(signal) ? bySignal[signal.ordinal()] : Double.NaN;
  }

  /** The rank of the signal's highest alias in this record; the largest int where it has none. */
  public int rank(Signal signal) {
    return rankBySignal[signal.ordinal()];
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Field field(int i) {
    return keys[i];
  }

  @Override
  public double value(int i) {
    return values[i];
  }
}
