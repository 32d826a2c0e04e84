package org.trainingexporter.parse.text.line;

import org.trainingexporter.parse.text.line.PairList.Pair;
import org.trainingexporter.parse.text.value.ValueScan;
import org.trainingexporter.parse.text.word.DataSet;
import org.trainingexporter.parse.text.word.PairNames;
import org.trainingexporter.parse.text.word.Place;
import org.trainingexporter.parse.text.word.WordScan;
import org.trainingexporter.parse.text.word.Words;

/** The words that a line has put down for a name, and the set of data that it speaks of. */
final class PendingName {
  /** Words of a name that no colon or equals sign ends; more are prose. */
  private static final int MOST_WORDS = 4;

  private static final int MOST_WORDS_JOINED = 6;

  private byte[] b;
  int from;
  int to;
  int words;

  /** Whether a colon or an equals sign stands behind it. */
  boolean joined;

  /** The set that the line tells of, and the one that the part between two bars does. */
  DataSet ofLine = DataSet.NONE;

  private DataSet ofPart = DataSet.NONE;

  /** The name that a set's belongs to: {@code loss} in {@code loss train: 3, val: 4}. */
  private int measureFrom;

  private int measureTo;

  void begin(byte[] bytes, boolean goesOn) {
    b = bytes;
    ofLine = goesOn ? ofLine : DataSet.NONE;
    measureTo = 0;
    beginPart();
    clear();
  }

  void beginPart() {
    ofPart = DataSet.NONE;
  }

  void clear() {
    words = 0;
    joined = false;
  }

  boolean isThere() {
    return words > 0;
  }

  void add(int start, int end) {
    from = words == 0 ? start : from;
    to = end;
    words++;
  }

  private int lastWord() {
    return PairNames.lastWord(b, from, to);
  }

  /** Whether its last word is an epoch or a counter. */
  boolean isPlace() {
    return words > 0 && Words.place(b, lastWord(), to) != Place.NONE;
  }

  /** Whether it is {@code Top}, behind which a number belongs to the name. */
  boolean isTop() {
    return words == 1 && !joined && WordScan.isTop(b, from, to);
  }

  /** The set that the name stands for, if that is all it says. */
  DataSet onlySet() {
    return words == 1 ? Words.set(b, from, to) : DataSet.NONE;
  }

  /**
   * Leaves the name without a value; one that is only a set's says what the line tells of.
   *
   * @param label whether a colon or a number sign follows: {@code Test net output #0:}
   */
  void drop(boolean label) {
    if (words > 0 && words <= (label ? 3 : 2)) {
      boolean alone = words == 1 || label || Words.followsSet(b, lastWord(), to);
      DataSet named = alone ? Words.set(b, from, WordScan.end(b, from, to)) : DataSet.NONE;
      ofLine = named != DataSet.NONE ? named : ofLine;
    }
    clear();
  }

  /** Adds the name with a value, if it may be one; gives the position that it names. */
  Place pair(ValueScan value, PairList out) {
    DataSet only = onlySet();
    if (only != DataSet.NONE && measureTo > 0) {
      from = measureFrom;
      to = measureTo;
      Pair measured = fill(value, out.add());
      if (measured != null) {
        measured.place = Place.NONE;
        measured.set = only;
      }
      clear();
      return Place.NONE;
    }
    keepMeasure();
    DataSet named = words > 1 ? Words.set(b, from, WordScan.end(b, from, to)) : DataSet.NONE;
    int last = lastWord();
    Place place = value.isWhole ? place(last, value.isPart()) : Place.NONE;
    boolean behindWords = place != Place.NONE && words > 1;
    if (behindWords && !PairNames.isPlace(b, from, last)) {
      int behind = PairNames.beforePlace(b, from, last);
      if (behind > from) {
        return placeBehind(behind, last, place, value, out);
      }
      place = Place.NONE;
    }
    boolean trims = behindWords && place != Place.NONE;
    boolean trimmed = trims && !PairNames.isOpening(b, from, last);
    if (trims) {
      ofLine = named != DataSet.NONE ? named : ofLine;
      from = last;
      words = 1;
    } else {
      ofPart = named != DataSet.NONE ? named : ofPart;
    }
    boolean fits = words <= (joined ? MOST_WORDS_JOINED : MOST_WORDS);
    Pair pair = fits && !WordScan.isPath(b, from, to) ? fill(value, out.add()) : null;
    if (pair != null) {
      boolean own = named != DataSet.NONE && !trims;
      boolean whole = ofPart == DataSet.NONE;
      pair.place = place;
      pair.isTrimmed = trimmed;
      pair.set = own ? DataSet.NONE : whole ? ofLine : ofPart;
      pair.isSetOfLine = whole;
    }
    clear();
    return place;
  }

  /** The name may be one that sets follow. */
  void keepMeasure() {
    int last = lastWord();
    boolean endsInSet = last > from && Words.set(b, last, to) != DataSet.NONE;
    measureFrom = from;
    measureTo = endsInSet ? PairNames.trimmed(b, from, last) : 0;
  }

  /** The name has no value: those of its sets follow. */
  void measureSets() {
    measureFrom = from;
    measureTo = to;
  }

  /** A batch of so many counts as a step does. */
  private Place place(int last, boolean isPart) {
    return isPart && Words.isBatch(b, last, to) ? Place.COUNTER : Words.place(b, last, to);
  }

  /**
   * Adds the position of {@code Loss after step 100: 0.5}, whose first words stay the name of what
   * follows.
   */
  private Place placeBehind(int behind, int last, Place place, ValueScan value, PairList out) {
    int first = from;
    int before = PairNames.words(b, first, behind);
    from = last;
    words = 1;
    Pair pair = fill(value, out.add());
    if (pair != null) {
      pair.place = place;
      pair.isTrimmed = true;
    }
    clear();
    from = first;
    to = behind;
    words = before;
    return place;
  }

  /** Adds a number that counts, or a speed, without a name. */
  void bare(ValueScan value, Place place, boolean isLeading, PairList out) {
    clear();
    Pair pair = fill(value, out.add());
    if (pair != null) {
      pair.place = place;
      pair.isLeading = isLeading;
    }
  }

  private Pair fill(ValueScan value, Pair pair) {
    if (pair != null) {
      pair.nameFrom = from;
      pair.nameTo = to;
      pair.words = words;
      pair.isExplicit = joined;
      pair.isTrimmed = false;
      pair.isLeading = false;
      pair.set = ofLine;
      pair.isSetOfLine = true;
      pair.value = value.value;
      pair.seconds = value.seconds;
      pair.suffix = value.suffix;
      pair.whole = value.whole;
    }
    return pair;
  }
}
