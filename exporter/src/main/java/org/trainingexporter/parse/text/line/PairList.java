package org.trainingexporter.parse.text.line;

import org.trainingexporter.parse.text.value.Suffix;
import org.trainingexporter.parse.text.word.DataSet;
import org.trainingexporter.parse.text.word.Place;

/** The names and numbers of one line, in its order; names are places in the line's bytes. */
public final class PairList {
  /** More pairs of one line are passed over. */
  private static final int MOST = 1_000;

  /** One name with its number. */
  public static final class Pair {
    public int nameFrom;
    public int nameTo;

    /** Whether a colon or an equals sign joins them. */
    public boolean isExplicit;

    /** How many words the name has; 0 for a number without one. */
    public int words;

    public Place place;

    /** Whether words before the position were left out of its name. */
    public boolean isTrimmed;

    /** Whether it is a number at the line's beginning that may count, as {@code [100]}. */
    public boolean isLeading;

    /** The set that words before the name speak of, where the name has none of its own. */
    public DataSet set;

    /** Whether {@link #set} was said of the whole line, else only of the names beside this. */
    public boolean isSetOfLine;

    public double value;
    public double seconds;
    public Suffix suffix;

    /** M of {@code N/M}, or NaN. */
    public double whole;

    void set(Pair other) {
      nameFrom = other.nameFrom;
      nameTo = other.nameTo;
      isExplicit = other.isExplicit;
      words = other.words;
      place = other.place;
      isTrimmed = other.isTrimmed;
      isLeading = other.isLeading;
      set = other.set;
      isSetOfLine = other.isSetOfLine;
      value = other.value;
      seconds = other.seconds;
      suffix = other.suffix;
      whole = other.whole;
    }
  }

  /** Of a line whose shape is not known. */
  public static final long NO_SHAPE = 0;

  private Pair[] pairs = new Pair[32];
  private int size;

  /** Whether the line's head is a bar of Keras, whose ETA is the epoch's. */
  private boolean hasBar;

  private DataSet set = DataSet.NONE;
  private long shape = NO_SHAPE;

  void clear() {
    size = 0;
    hasBar = false;
    shape = NO_SHAPE;
  }

  /** Whether one of the numbers is a position. */
  public boolean hasPlace() {
    for (int i = 0; i < size; i++) {
      if (pairs[i].place != Place.NONE) {
        return true;
      }
    }
    return false;
  }

  /** A new pair to fill in, or null where the line has too many. */
  Pair add() {
    if (size == MOST) {
      return null;
    }
    if (size == pairs.length) {
      pairs = java.util.Arrays.copyOf(pairs, 2 * size);
    }
    if (pairs[size] == null) {
      pairs[size] = new Pair();
    }
    return pairs[size++];
  }

  void setSet(DataSet ofLine) {
    set = ofLine;
  }

  /** The set that the line as a whole tells of. */
  public DataSet set() {
    return set;
  }

  void setShape(long number) {
    shape = number;
  }

  /**
   * The number of the line's shape, or {@link #NO_SHAPE}: lines with the same number differ in the
   * values of their pairs alone.
   */
  public long shape() {
    return shape;
  }

  boolean isFull() {
    return size == MOST;
  }

  void setBar() {
    hasBar = true;
  }

  public boolean hasBar() {
    return hasBar;
  }

  public int size() {
    return size;
  }

  public Pair get(int i) {
    return pairs[i];
  }
}
