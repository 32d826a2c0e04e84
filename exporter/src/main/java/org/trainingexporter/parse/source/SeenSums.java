package org.trainingexporter.parse.source;

import java.util.Arrays;

/**
 * Which records of a file were read before, by one hash for each: checksums of records, and of runs
 * of records once there are many, so that the memory is bounded. One thread.
 */
public final class SeenSums {
  /** What a record is, compared with the one that stood in its place. */
  public enum Verdict {
    /** It has not been read yet. */
    NEW,
    /** It has been read, as far as is known. */
    SEEN,
    /** It, or one shortly before it, differs: the file must be read from its start once more. */
    DIFFERENT
  }

  private static final int MOST_BLOCKS = 4_096;

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
  public void clear() {
    truncate(0);
    blockSize = 1;
    again = 0;
    skip = 0;
  }

  /** The file has been replaced and is read from its start. */
  public void reread() {
    again = 0;
    sumAgain = 0;
  }

  /** Whether what is read now has been read before, as far as is known. */
  public boolean isRereading() {
    return again < count || again < skip;
  }

  /**
   * The file has ended, and nothing will follow soon: what it no longer holds is not expected.
   *
   * @return whether its last records could not be compared: it must be read from its start again
   */
  public boolean end() {
    if (!isRereading()) {
      return false;
    }
    boolean isOpen = again % blockSize != 0;
    truncate(again / blockSize * blockSize);
    skip = count;
    again = isOpen ? 0 : count;
    return isOpen;
  }

  /** Whether the next record is known to be the same without its hash. */
  boolean isKnown() {
    return again < skip;
  }

  /** Compares the next record, or remembers it. */
  public Verdict check(int hash) {
    if (isKnown()) {
      again++;
      return Verdict.SEEN;
    }
    if (again < count) {
      return compare(hash);
    }
    add(hash);
    return Verdict.NEW;
  }

  private Verdict compare(int hash) {
    sumAgain += mix(hash + (int) again);
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

  private void add(int hash) {
    skip = 0;
    rest += mix(hash + (int) count);
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

  static int mix(int bits) {
    int mixed = (bits ^ bits >>> 16) * 0x85EBCA6B;
    return (mixed ^ mixed >>> 13) * 0xC2B2AE35;
  }
}
