package org.trainingexporter.metrics.sample;

import java.util.Arrays;
import java.util.List;

/**
 * One thing that a scrape reads, such as a run: the label values that all its series begin with,
 * and how many more series it may have. One thread.
 */
public final class SampleScope<S> {
  private final S value;
  private final List<String> common;
  private int room;
  private long leftOut;

  /**
   * @param room how many series it may have
   * @param common values of the labels that come first
   */
  public SampleScope(S value, int room, String... common) {
    this.value = value;
    this.room = room;
    this.common = List.of(common);
  }

  public S value() {
    return value;
  }

  List<String> labels() {
    return common;
  }

  List<String> labels(String[] own) {
    String[] all = new String[common.size() + own.length];
    for (int i = 0; i < common.size(); i++) {
      all[i] = common.get(i);
    }
    System.arraycopy(own, 0, all, common.size(), own.length);
    return Arrays.asList(all);
  }

  /** Whether one more series fits; counts it either way. */
  boolean admits() {
    if (room == 0) {
      leftOut++;
      return false;
    }
    room--;
    return true;
  }

  /** How many series did not fit. */
  public long leftOut() {
    return leftOut;
  }
}
