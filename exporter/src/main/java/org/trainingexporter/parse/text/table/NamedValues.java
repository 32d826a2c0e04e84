package org.trainingexporter.parse.text.table;

import java.util.ArrayList;
import java.util.List;

/** Names and numbers that a shape or a boxed table gives, in its order. */
public final class NamedValues {
  /** More rows of one table are passed over. */
  private static final int MOST = 1_000;

  private final List<String> names = new ArrayList<>();
  private final List<Double> values = new ArrayList<>();

  public void clear() {
    names.clear();
    values.clear();
  }

  public void add(String name, double value) {
    if (names.size() < MOST) {
      names.add(name);
      values.add(value);
    }
  }

  public boolean isEmpty() {
    return names.isEmpty();
  }

  public int size() {
    return names.size();
  }

  public String name(int i) {
    return names.get(i);
  }

  public double value(int i) {
    return values.get(i);
  }
}
