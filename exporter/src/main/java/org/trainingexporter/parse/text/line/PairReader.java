package org.trainingexporter.parse.text.line;

import org.trainingexporter.parse.text.value.ValueScan;

/**
 * Reads the pairs of a line. A line that differs from one of the last in its values alone is read
 * by that one's template, at a third of the cost; it gives the very pairs that the scan would give.
 * All others are scanned. One thread.
 */
public final class PairReader {
  private static final int MOST_TEMPLATES = 8;

  /** After so many misses in a row no more templates are made of a block's lines. */
  private static final int MOST_MISSES = 16;

  private static final int LONGEST = 4_000;

  private final PairScanner scanner = new PairScanner();
  private final ValueScan values = new ValueScan();
  private final PairTemplate[] templates = new PairTemplate[MOST_TEMPLATES];
  private final boolean usesTemplates;
  private int newest = -1;
  private int misses;
  private long shapes = PairList.NO_SHAPE;

  /**
   * @param usesTemplates false for the slow way alone
   */
  public PairReader(boolean usesTemplates) {
    this.usesTemplates = usesTemplates;
  }

  /** A new block begins: its lines may fit again. */
  public void begin() {
    misses = 0;
  }

  /** Reads a line as a whole. */
  public void read(byte[] b, int from, int to, PairList into) {
    if (!usesTemplates || misses > MOST_MISSES) {
      scanner.scan(b, from, to, into, false);
      return;
    }
    for (int i = 0; i < MOST_TEMPLATES; i++) {
      int slot = newest - i & MOST_TEMPLATES - 1;
      PairTemplate template = templates[slot];
      if (template != null && template.read(b, from, to, into)) {
        misses = 0;
        return;
      }
    }
    scanner.scan(b, from, to, into, false);
    misses++;
    if (to - from <= LONGEST && scanner.slots().makeTemplate(b, from)) {
      newest = newest + 1 & MOST_TEMPLATES - 1;
      templates[newest] = new PairTemplate(b, from, to, scanner.slots(), into, values, ++shapes);
    }
  }

  /** Reads a part of a line; it begins the line unless it goes on. */
  public void readPart(byte[] b, int from, int to, PairList into, boolean goesOn) {
    scanner.scan(b, from, to, into, goesOn);
  }
}
