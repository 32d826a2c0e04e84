package org.trainingexporter.parse.source;

import java.util.Arrays;
import java.util.BitSet;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.key.Field;

/**
 * Which records of a file were read before, for the case that the file is replaced: checksums of
 * records, and of runs of records once there are many, so that the memory is bounded. Only columns
 * that were there before are compared. One thread.
 */
final class SeenRecords {
  /** What a record is, compared with the one that stood in its place. */
  enum Verdict {
    /** It has not been read yet. */
    NEW,
    /** It has been read, as far as is known. */
    SEEN,
    /** It, or one shortly before it, differs: the file must be read from its start once more. */
    DIFFERENT
  }

  private static final int MOST_BLOCKS = 4_096;

  private final BitSet columns = new BitSet();
  private int[] sums = new int[16];
  private int blocks;
  private long blockSize = 1;

  /** Of the records behind the last whole block. */
  private int rest;

  private long count;

  /** Records of the file that were read again; the count where nothing is read again. */
  private long again;

  private int sumAgain;

  /** Records that are known to be the same without another comparison. */
  private long skip;

  /** Another file begins, which goes on from what was read. */
  void clear() {
    columns.clear();
    truncate(0);
    blockSize = 1;
    again = 0;
    skip = 0;
  }

  /** The file has been replaced and is read from its start. */
  void reread() {
    again = 0;
    sumAgain = 0;
  }

  /** Whether what is read now has been read before, as far as is known. */
  boolean isRereading() {
    return again < count || again < skip;
  }

  /**
   * The file has ended, and nothing will follow soon: what it no longer holds is not expected.
   *
   * @return whether its last records could not be compared: it must be read from its start again
   */
  boolean end() {
    if (!isRereading()) {
      return false;
    }
    boolean isOpen = again % blockSize != 0;
    truncate(again / blockSize * blockSize);
    skip = count;
    again = isOpen ? 0 : count;
    return isOpen;
  }

  /** Compares the next record, or remembers it. */
  Verdict check(LogRecord record) {
    if (again < skip) {
      again++;
      return Verdict.SEEN;
    }
    if (again < count) {
      return compare(record);
    }
    add(record);
    return Verdict.NEW;
  }

  private Verdict compare(LogRecord record) {
    sumAgain += hash(record, again, false);
    again++;
    boolean ends = again % blockSize == 0;
    if (!ends && again < count) {
      return Verdict.SEEN;
    }
    int expected = ends ? sums[(int) (again / blockSize) - 1] : rest;
    if (sumAgain == expected) {
      sumAgain = 0;
      return Verdict.SEEN;
    }
    truncate((again - 1) / blockSize * blockSize);
    skip = count;
    again = 0;
    return Verdict.DIFFERENT;
  }

  private void truncate(long to) {
    count = to;
    blocks = (int) (to / blockSize);
    rest = 0;
    sumAgain = 0;
  }

  private void add(LogRecord record) {
    skip = 0;
    rest += hash(record, count, true);
    count++;
    again = count;
    if (count % blockSize != 0) {
      return;
    }
    if (blocks == sums.length) {
      sums = Arrays.copyOf(sums, 2 * blocks);
    }
    sums[blocks++] = rest;
    rest = 0;
    if (blocks == MOST_BLOCKS) {
      blocks /= 2;
      blockSize *= 2;
      for (int i = 0; i < blocks; i++) {
        sums[i] = sums[2 * i] + sums[2 * i + 1];
      }
    }
  }

  /** The order of the columns does not count, the order of the records does. */
  private int hash(LogRecord record, long index, boolean isNew) {
    int sum = Double.hashCode(record.time());
    for (int i = 0; i < record.size(); i++) {
      Field field = record.field(i);
      if (isNew && !columns.get(field.index)) {
        columns.set(field.index);
      }
      if (isNew || columns.get(field.index)) {
        // As written, and as a float, since what is known of a key's unit may change meanwhile.
        float written = (float) field.unit.fromBase(record.value(i));
        sum += mix(31 * field.index + Float.floatToIntBits(written));
      }
    }
    return mix(sum + (int) index);
  }

  private static int mix(int bits) {
    int mixed = (bits ^ bits >>> 16) * 0x85EBCA6B;
    return (mixed ^ mixed >>> 13) * 0xC2B2AE35;
  }
}
