package org.trainingexporter.parse.text.line;

import org.trainingexporter.parse.text.value.ByteKinds;
import org.trainingexporter.parse.text.value.Suffix;
import org.trainingexporter.parse.text.value.ValueScan;
import org.trainingexporter.parse.text.word.DataSet;
import org.trainingexporter.parse.text.word.PairNames;
import org.trainingexporter.parse.text.word.Place;
import org.trainingexporter.parse.text.word.Words;

/**
 * Adds the values of a line to its pairs: under the name that stands before, or without one where
 * they count by where they stand, as {@code 12/100} at the line's beginning does. One thread.
 */
final class PairAdder {
  final ValueSlots slots = new ValueSlots();
  private final ValueScan values;
  private final PendingName name;
  private byte[] b;
  private int to;
  private PairList out;

  /** Whether nothing that means something stands before. */
  boolean atStart;

  /** Whether the pair before is a position and nothing stands between. */
  boolean behindPlace;

  PairAdder(ValueScan values, PendingName name) {
    this.values = values;
    this.name = name;
  }

  void begin(byte[] bytes, int end, PairList into, boolean goesOn) {
    b = bytes;
    to = end;
    out = into;
    atStart = !goesOn;
    behindPlace = false;
    slots.clear();
  }

  void behindWord() {
    atStart = false;
    behindPlace = false;
  }

  /** Adds the value that was read from {@code p} on; gives where the line goes on. */
  int add(int p, int end) {
    int before = out.size();
    int next = name.isThere() ? addPair(end) : addBare(p, end);
    slots.add(p, end, out.size() > before ? before : -1);
    if (out.isFull()) {
      slots.spoil();
    }
    return next;
  }

  private int addBare(int p, int end) {
    boolean mayCount = values.isWhole && (atStart || behindPlace);
    boolean isEpoch = mayCount && PairNames.isCounter(b, end, to); // [1/25][0/1583]
    boolean counts = isEpoch || (mayCount && values.isPart());
    boolean leads = mayCount && atStart && !counts && isApart(p, end);
    boolean speed =
        values.suffix == Suffix.STEPS_A_SECOND || values.suffix == Suffix.SECONDS_A_STEP;
    if (counts || speed || leads) {
      Place place = isEpoch ? Place.EPOCH : counts || leads ? Place.COUNTER : Place.NONE;
      name.bare(values, place, leads, out);
    }
    atStart &= !counts && end < to && b[end - 1] == '%';
    behindPlace = isEpoch;
    return end;
  }

  /** Whether a number stands for itself before what follows: {@code [100]}, {@code 100:}. */
  private boolean isApart(int p, int end) {
    boolean behind =
        end < to && (b[end] == ':' || b[end] == '|' || b[end] == '\t' || b[end] == ')');
    return behind || b[p] == '[' || (p > 0 && b[p - 1] == '#');
  }

  int addPair(int end) {
    atStart = false;
    if (PairNames.isChange(b, end, to)) {
      name.drop(false);
      return end;
    }
    DataSet label = name.onlySet();
    if (label != DataSet.NONE && (values.isPart() || PairNames.isCounter(b, end, to))) {
      name.ofLine = label; // Test: [10/79], Train: 3 [10/79]
      behindPlace = true;
      return addBare(end, end);
    }
    behindPlace = name.pair(values, out) != Place.NONE;
    return end;
  }

  /** Adds an epoch and a counter in one bracket, {@code [1, 2000]}; -1 where it holds others. */
  int addEpochAndCounter(int open) {
    int first = ValueScan.skipBlanks(b, open + 1, to);
    int comma = PairNames.pastDigits(b, first, to);
    int second = comma < to && b[comma] == ',' ? ValueScan.skipBlanks(b, comma + 1, to) : to;
    int end = PairNames.pastDigits(b, second, to);
    int close = ValueScan.skipBlanks(b, end, to);
    if (comma == first
        || end == second
        || close == to
        || ByteKinds.of(b[close]) != ByteKinds.CLOSE) {
      return -1;
    }
    slots.spoil(); // its values are no slots
    values.read(b, first, comma);
    name.bare(values, Place.EPOCH, false, out);
    values.read(b, second, end);
    name.bare(values, Place.COUNTER, false, out);
    behindWord();
    return close + 1;
  }

  /** Adds a position whose name is attached to its number, {@code 3epoch}; -1 for anything else. */
  int addBeforeName(int p) {
    int digits = PairNames.pastDigits(b, p, to);
    int end = digits;
    while (end < to && ByteKinds.of(b[end]) == ByteKinds.LETTER) {
      end++;
    }
    if (digits == p || Words.place(b, digits, end) == Place.NONE) {
      return -1;
    }
    slots.spoil(); // the name stands behind its value
    values.read(b, p, digits);
    name.add(digits, end);
    behindPlace = name.pair(values, out) != Place.NONE;
    atStart = false;
    return end;
  }
}
