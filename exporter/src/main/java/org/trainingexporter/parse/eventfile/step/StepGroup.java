package org.trainingexporter.parse.eventfile.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.trainingexporter.parse.eventfile.layer.TensorSummary;

/** What the events of one step say, until it is one record. Used again. One thread. */
final class StepGroup {
  /** One event may hold many values; past these a file costs no memory. */
  private static final int MOST_VALUES = 10_000;

  double step;
  boolean byEpoch;
  double first;
  double newest;
  long frame;

  /** Whether it begins a file: what counts may begin anew. */
  boolean beginsFile;

  private long use;
  private TagReading[] tags = new TagReading[16];
  private double[] values = new double[16];
  private int size;
  private final List<TensorSummary> tensors = new ArrayList<>();
  private Map<String, String> settings = Map.of();

  void begin(double itsStep, boolean isByEpoch, double time, long itsFrame) {
    use++;
    step = itsStep;
    byEpoch = isByEpoch;
    first = time;
    newest = time;
    frame = itsFrame;
    beginsFile = false;
    Arrays.fill(tags, 0, size, null);
    size = 0;
    tensors.clear();
    settings = Map.of();
  }

  /** A tag that comes again has its newest value. */
  void add(TagReading tag, double value) {
    if (tag.group() == this && tag.place >= 0) {
      values[tag.place] = value;
      return;
    }
    if (size == MOST_VALUES) {
      return;
    }
    if (size == tags.length) {
      tags = Arrays.copyOf(tags, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    tag.setGroup(this, size);
    tags[size] = tag;
    values[size++] = value;
  }

  void add(TagReading tag, TensorSummary tensor) {
    tag.setGroup(this, -1);
    if (tensors.size() < MOST_VALUES) {
      tensors.add(tensor);
    }
  }

  void setSettings(Map<String, String> texts) {
    settings = texts;
  }

  /** Rises each time that the group is used. */
  long use() {
    return use;
  }

  int size() {
    return size;
  }

  TagReading tag(int i) {
    return tags[i];
  }

  double value(int i) {
    return values[i];
  }

  List<TensorSummary> tensors() {
    return tensors;
  }

  Map<String, String> settings() {
    return settings;
  }

  boolean trains() {
    for (int i = 0; i < size; i++) {
      if (tags[i].trains()) {
        return true;
      }
    }
    return false;
  }

  boolean validates() {
    for (int i = 0; i < size; i++) {
      if (tags[i].validates()) {
        return true;
      }
    }
    return false;
  }
}
