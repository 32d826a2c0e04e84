package org.trainingexporter.parse.text.line;

import org.trainingexporter.parse.text.value.ByteKinds;
import org.trainingexporter.parse.text.value.Suffix;
import org.trainingexporter.parse.text.value.ValueScan;
import org.trainingexporter.parse.text.word.DataSet;
import org.trainingexporter.parse.text.word.PairNames;
import org.trainingexporter.parse.text.word.WordScan;
import org.trainingexporter.parse.text.word.Words;

/**
 * Finds the names and numbers of a line: {@code name: value}, {@code name=value}, {@code name
 * value}, between bars, commas, semicolons, blanks and brackets; and numbers without a name that
 * count, as {@code 12/100} at the line's beginning. Prose, quoted text, addresses and places in
 * source files are passed over. One thread.
 */
final class PairScanner {
  private final ValueScan values = new ValueScan();
  private final PendingName name = new PendingName();
  private final PairAdder pairs = new PairAdder(values, name);
  private PairList out;
  private byte[] b;
  private int to;

  /** Adds what a line, or a part of it, holds; the line is a new one unless it goes on. */
  void scan(byte[] bytes, int from, int end, PairList into, boolean goesOn) {
    b = bytes;
    to = end;
    out = into;
    if (!goesOn) {
      into.clear();
    }
    name.begin(bytes, goesOn);
    pairs.begin(bytes, end, into, goesOn);
    int p = from;
    while (p < end) {
      p = step(p, from);
    }
    name.drop(false);
    into.setSet(name.ofLine);
  }

  /** The values of the part that was scanned last. */
  ValueSlots slots() {
    return pairs.slots;
  }

  private int step(int p, int from) {
    return switch (ByteKinds.of(b[p])) {
      case ByteKinds.BLANK -> p + 1;
      case ByteKinds.LETTER -> readWord(p);
      case ByteKinds.DIGIT -> readNumber(p);
      case ByteKinds.SIGN -> readSigned(p, from);
      case ByteKinds.COLON, ByteKinds.EQUALS -> readJoint(p);
      case ByteKinds.OPEN -> readOpen(p);
      case ByteKinds.BAR -> readBar(p);
      case ByteKinds.COMMA, ByteKinds.CLOSE -> drop(p);
      case ByteKinds.QUOTE -> readQuote(p);
      default -> readOther(p, from);
    };
  }

  private int drop(int p) {
    name.drop(false);
    return p + 1;
  }

  private int readBar(int p) {
    name.drop(false);
    name.beginPart();
    return p + 1;
  }

  private int readOther(int p, int from) {
    boolean path = b[p] == '/' && p + 1 < to && ByteKinds.isWord(b[p + 1]);
    if (path && (p == from || b[p - 1] == ' ')) {
      name.drop(false);
      return WordScan.pastToken(b, p, to);
    }
    if (b[p] == '#' && name.isPlace() && PairNames.isNumber(b, p + 1, to)) {
      return p + 1; // Epoch #3
    }
    name.drop(b[p] == '#');
    return WordScan.pastSymbol(b, p, to);
  }

  private int readWord(int p) {
    if (name.isThere() && (name.joined || b[p] == 'n' || b[p] == 'i' || b[p] == 'N')) {
      int end = values.read(b, p, to);
      boolean named = !name.joined && PairNames.goesOn(b, Math.max(p, end), to);
      if (end > 0 && !(named && PairNames.goesOnInLetters(b, end, to))) {
        pairs.slots.spoil(); // numbers that follow may decide whether the word is a value
      }
      if (end > 0 && !named && (name.joined || values.suffix != Suffix.MISSING)) {
        return pairs.addPair(end);
      }
    }
    int end = WordScan.end(b, p, to);
    if (WordScan.isPassedOver(b, p, end, to)) {
      name.drop(false);
      pairs.atStart = false;
      return WordScan.pastToken(b, end, to);
    }
    if (name.joined && Words.namesSet(b, name.from, name.to)) {
      DataSet named = Words.set(b, p, end);
      if (named != DataSet.NONE) {
        name.ofLine = named; // phase=val
        name.clear();
        return end;
      }
    }
    if (isLink(p, end)) {
      return end;
    }
    if (name.joined && Words.set(b, p, end) != DataSet.NONE) {
      name.measureSets();
    }
    if (name.joined || (name.isThere() && p - name.to >= 2)) {
      name.drop(name.joined);
    }
    name.add(p, end);
    pairs.behindWord();
    return end;
  }

  /** Whether the word only leads to a name or from a name to its value, and is none itself. */
  private boolean isLink(int p, int end) {
    if (!name.isThere()) {
      return Words.leadsToName(b, p, end) && end < to && b[end] == ' ';
    }
    boolean is = !name.joined && end == p + 2 && b[p] == 'i' && b[p + 1] == 's';
    name.joined |= is; // Val acc is 86.0
    return is || (!name.joined && Words.leadsToValue(b, p, end) && PairNames.isNumber(b, end, to));
  }

  private int readSigned(int p, int from) {
    int arrow = PairNames.pastArrow(b, p, to);
    if (arrow > 0) {
      name.joined |= name.isThere(); // loss --> 0.5
      return arrow;
    }
    boolean starts = p == from || !ByteKinds.isWord(b[p - 1]);
    boolean digit = p + 1 < to && (ByteKinds.isDigit(b[p + 1]) || b[p + 1] == '.');
    boolean word = p + 1 < to && "nNiI".indexOf(b[p + 1]) >= 0;
    if (starts && name.isThere() && (digit || word)) {
      return readNumber(p);
    }
    name.drop(false);
    return p + 1;
  }

  private int readNumber(int p) {
    int end = values.read(b, p, to);
    int glued = end < 0 && pairs.atStart ? pairs.addBeforeName(p) : -1;
    if (glued > 0) {
      return glued;
    }
    if (end < 0) {
      name.drop(false);
      pairs.atStart = false;
      int past = WordScan.pastToken(b, p, to);
      pairs.slots.passOver(b, past, to);
      return past;
    }
    if (values.isWhole && name.isTop()) {
      name.add(p, end); // Top 1 acc
      return end;
    }
    return pairs.add(p, end);
  }

  private int readJoint(int p) {
    int end = p + 1;
    while (end < to && (b[end] == b[p] || b[end] == '>')) {
      end++;
    }
    boolean joins =
        end == p + 1 || (b[p] == '=' && end == p + 2 && (b[p + 1] == '=' || b[p + 1] == '>'));
    if (!joins) {
      name.drop(false);
    } else if (name.isThere()) {
      name.joined = true;
    }
    return end;
  }

  private int readOpen(int p) {
    if (p + 1 < to && (b[p + 1] == '=' || b[p + 1] == '>' || b[p + 1] == '.')) {
      pairs.atStart = false;
      out.setBar();
      return WordScan.pastBar(b, p, to);
    }
    boolean mayHold =
        name.isThere()
            ? name.joined || b[p] == '[' || name.isPlace()
            : pairs.atStart || pairs.behindPlace;
    int places = mayHold && !name.isThere() ? pairs.addEpochAndCounter(p) : -1;
    if (places > 0) {
      return places;
    }
    int end = mayHold ? values.read(b, p, to) : -1;
    if (end > 0) {
      return pairs.add(p, end);
    }
    int unit = b[p] == '(' && name.isThere() && !name.joined ? WordScan.pastUnit(b, p, to) : -1;
    if (unit > 0) {
      name.to = unit;
      return unit;
    }
    int set = readSet(p);
    if (set > 0) {
      return set;
    }
    name.drop(false);
    boolean call = b[p] == '(' && p > 0 && ByteKinds.isWord(b[p - 1]);
    int past = call ? WordScan.pastCall(b, p, to) : -1;
    past = past < 0 ? WordScan.pastSource(b, p, to) : past;
    return past > 0 ? past : p + 1;
  }

  /** A bracket that holds a set's name says what the line tells of: {@code Epoch(val)}. */
  private int readSet(int p) {
    int end = WordScan.pastWord(b, p + 1, to);
    DataSet named = end > 0 ? Words.set(b, p + 1, end - 1) : DataSet.NONE;
    name.ofLine = named == DataSet.NONE ? name.ofLine : named;
    return named == DataSet.NONE ? -1 : end;
  }

  private int readQuote(int p) {
    name.drop(false);
    pairs.atStart = false;
    return WordScan.pastQuote(b, p, to);
  }
}
