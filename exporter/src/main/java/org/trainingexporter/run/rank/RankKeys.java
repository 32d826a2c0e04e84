package org.trainingexporter.run.rank;

import java.util.Arrays;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.value.WriterKey;

/** What a record says of the process that wrote it: whole numbers from 0. One thread. */
final class RankKeys {
  private static final int NONE = -1;
  private static final double MOST = 1e6;

  private final int[] values = new int[WriterKey.values().length];

  /** Reads the record's keys. */
  void read(LogRecord r) {
    Arrays.fill(values, NONE);
    for (int i = 0; i < r.size(); i++) {
      WriterKey key = r.field(i).process;
      double value = r.value(i);
      if (key != WriterKey.NONE && value >= 0 && value < MOST && value == Math.rint(value)) {
        values[key.ordinal()] = (int) value;
      }
    }
  }

  /** Whether the record names its rank, and there may be so many. */
  boolean hasRank() {
    int rank = values[WriterKey.RANK.ordinal()];
    return rank != NONE && rank < RankTable.MOST_RANKS;
  }

  int rank() {
    return values[WriterKey.RANK.ordinal()];
  }

  /** Whether another key says that there are several processes. */
  boolean namesOthers() {
    return worldSize() > 1
        || values[WriterKey.LOCAL_RANK.ordinal()] != NONE
        || values[WriterKey.NODE.ordinal()] != NONE;
  }

  /** How many processes there are, or -1. */
  int worldSize() {
    return values[WriterKey.WORLD_SIZE.ordinal()];
  }

  RankPlace place() {
    return place(rank());
  }

  /** What it says, of a process whose rank is known. */
  RankPlace place(int rank) {
    return new RankPlace(rank, text(WriterKey.LOCAL_RANK), text(WriterKey.NODE));
  }

  private String text(WriterKey key) {
    int value = values[key.ordinal()];
    return value == NONE ? "" : Integer.toString(value);
  }
}
