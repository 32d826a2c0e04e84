package org.trainingexporter.parse.text.line;

import java.util.Arrays;
import org.trainingexporter.parse.text.line.PairList.Pair;
import org.trainingexporter.parse.text.value.ByteKinds;
import org.trainingexporter.parse.text.value.Suffix;
import org.trainingexporter.parse.text.value.ValueScan;
import org.trainingexporter.parse.text.word.DataSet;

/**
 * A line without its values. To read a line is to compare the bytes between its values and to read
 * these; a line that differs in any other way does not fit. One thread.
 */
final class PairTemplate {
  private static final byte DIGIT = '0';

  /** What stands before a value and what the value is like. */
  private static final class Slot {
    /** The bytes behind the value before it, without the blanks at their end. */
    byte[] before;

    boolean behindBlank;
    byte first;
    byte last;
    boolean isWhole;
    boolean isPart;
    Suffix suffix;

    /** The pair as the scan gave it, its name's place counted from {@link #nameSlot}; or null. */
    Pair pair;

    /** Before whose value the name stands; the name ends before this one's. */
    int nameSlot;

    int nameFrom;
    int nameTo;

    // Of the line that was read last.
    int at;
    double value;
    double seconds;
    double whole;
  }

  private final ValueScan values;
  private final Slot[] slots;
  private final byte[] after;
  private final DataSet set;
  private final boolean hasBar;
  private final long number;

  /**
   * The template of a line that was scanned.
   *
   * @param number of the shape
   */
  PairTemplate(
      byte[] b, int from, int to, ValueSlots found, PairList pairs, ValueScan values, long number) {
    this.values = values;
    this.slots = new Slot[found.size()];
    this.set = pairs.set();
    this.hasBar = pairs.hasBar();
    this.number = number;
    int start = from;
    for (int i = 0; i < slots.length; i++) {
      slots[i] = slot(b, start, found.start(i), found.end(i), to);
      slots[i].at = start;
      if (found.pair(i) >= 0) {
        addPair(i, pairs.get(found.pair(i)));
      }
      start = found.end(i);
    }
    this.after = Arrays.copyOfRange(b, start, to);
  }

  private Slot slot(byte[] b, int from, int valueFrom, int valueTo, int to) {
    Slot slot = new Slot();
    int end = valueFrom;
    while (end > from && b[end - 1] == ' ') {
      end--;
    }
    slot.before = Arrays.copyOfRange(b, from, end);
    slot.behindBlank = end < valueFrom;
    slot.first = kind(b[valueFrom]);
    slot.last = kind(b[valueTo - 1]);
    values.read(b, valueFrom, to);
    slot.isWhole = values.isWhole;
    slot.isPart = values.isPart();
    slot.suffix = values.suffix;
    return slot;
  }

  private void addPair(int i, Pair pair) {
    int name = i;
    while (name > 0 && pair.words > 0 && slots[name].at > pair.nameFrom) {
      name--;
    }
    slots[i].pair = new Pair();
    slots[i].pair.set(pair);
    slots[i].nameSlot = name;
    slots[i].nameFrom = pair.nameFrom - slots[name].at;
    slots[i].nameTo = pair.nameTo - slots[name].at;
  }

  private static byte kind(byte b) {
    return ByteKinds.isDigit(b) ? DIGIT : b;
  }

  /** Reads the line's pairs, if it fits. */
  boolean read(byte[] b, int from, int to, PairList into) {
    int p = from;
    for (Slot slot : slots) {
      slot.at = p;
      p = readSlot(slot, b, p, to);
      if (p < 0) {
        return false;
      }
    }
    if (!Arrays.equals(after, 0, after.length, b, p, to)) {
      return false;
    }
    into.clear();
    for (Slot slot : slots) {
      if (slot.pair != null) {
        fill(slot, into.add());
      }
    }
    into.setSet(set);
    into.setShape(number);
    if (hasBar) {
      into.setBar();
    }
    return true;
  }

  /** Reads one value; gives where it ends, or -1 where it or what stands before it differs. */
  private int readSlot(Slot slot, byte[] b, int from, int to) {
    byte[] before = slot.before;
    int p = from + before.length;
    if (p >= to
        || (b[p] == ' ') != slot.behindBlank
        || !Arrays.equals(before, 0, before.length, b, from, p)) {
      return -1;
    }
    while (p < to && b[p] == ' ') {
      p++;
    }
    if (p >= to || kind(b[p]) != slot.first) {
      return -1;
    }
    int end = values.read(b, p, to);
    boolean fits =
        end > 0
            && kind(b[end - 1]) == slot.last
            && values.isWhole == slot.isWhole
            && values.suffix == slot.suffix
            && values.isPart() == slot.isPart
            && ValueSlots.isPlain(b, p, end);
    slot.value = values.value;
    slot.seconds = values.seconds;
    slot.whole = values.whole;
    return fits ? end : -1;
  }

  private void fill(Slot slot, Pair pair) {
    pair.set(slot.pair);
    pair.nameFrom = slots[slot.nameSlot].at + slot.nameFrom;
    pair.nameTo = slots[slot.nameSlot].at + slot.nameTo;
    pair.value = slot.value;
    pair.seconds = slot.seconds;
    pair.whole = slot.whole;
  }
}
