package org.trainingexporter.metrics.sample;

import java.util.Arrays;
import java.util.List;

/**
 * What one scrape reads series from: the values of the labels that all of them begin with, and how
 * many more it may have. One thread.
 */
public final class SampleScope<S> {
  private final S told;
  private final List<String> common;
  private int room;
  private long leftOut;

  /**
   * @param room how many series it may have
   * @param common values of the labels that stand first
   */
  public SampleScope(S told, int room, String... common) {
    this.told = told;
    this.room = room;
    this.common = List.of(common);
  }

  public S value() {
    return told;
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
