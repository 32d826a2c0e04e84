package org.trainingexporter.parse.text.line;

/**
 * Finds the names and numbers of a line: {@code name: value}, {@code name=value}, {@code name
 * value}, between bars, commas, semicolons, blanks and brackets; and numbers without a name that
 * count, as {@code 12/100} at the line's beginning. Prose, quoted text, addresses and places in
 * source files are passed over. One thread.
 */
public final class PairScanner {
  /** Words of a name that no colon or equals sign ends; more are prose. */
  private static final int MOST_WORDS = 4;

  private static final int MOST_WORDS_EXPLICIT = 6;

  private final ValueScan values = new ValueScan();
  private PairList out;
  private byte[] b;
  private int to;

  private int nameFrom;
  private int nameTo;
  private int words;
  private boolean joined;

  /** Whether nothing that means something stands before. */
  private boolean atStart;

  /** Whether the pair before is a position and nothing stands between. */
  private boolean behindPlace;

  private PairList.DataSet ofLine;
  private PairList.DataSet ofPart;

  /** Adds what a line, or a part of it, holds; the line is a new one unless it goes on. */
  public void scan(byte[] bytes, int from, int end, PairList into, boolean goesOn) {
    b = bytes;
    to = end;
    out = into;
    if (!goesOn) {
      into.clear();
      ofLine = PairList.DataSet.NONE;
    }
    atStart = !goesOn;
    behindPlace = false;
    ofPart = PairList.DataSet.NONE;
    words = 0;
    joined = false;
    int p = from;
    while (p < end) {
      p = step(p, from);
    }
    dropName();
    into.setSet(ofLine);
  }

  private int step(int p, int from) {
    switch (ByteKinds.of(b[p])) {
      case ByteKinds.BLANK -> {
        return p + 1;
      }
      case ByteKinds.LETTER -> {
        return readWord(p);
      }
      case ByteKinds.DIGIT -> {
        return readNumber(p);
      }
      case ByteKinds.SIGN -> {
        return readSigned(p, from);
      }
      case ByteKinds.COLON, ByteKinds.EQUALS -> {
        return readJoint(p);
      }
      case ByteKinds.OPEN -> {
        return readOpen(p);
      }
      case ByteKinds.BAR -> {
        dropName();
        ofPart = PairList.DataSet.NONE;
        return p + 1;
      }
      case ByteKinds.COMMA, ByteKinds.CLOSE -> {
        dropName();
        return p + 1;
      }
      case ByteKinds.QUOTE -> {
        return readQuote(p);
      }
      default -> {
        boolean path = b[p] == '/' && p + 1 < to && ByteKinds.isWord(b[p + 1]);
        if (path && (p == from || b[p - 1] == ' ')) {
          dropName();
          return WordScan.pastToken(b, p, to);
        }
        dropLabel(b[p] == '#');
        int next = p + 1;
        while (b[p] < 0 && next < to && (b[next] & 0xC0) == 0x80) {
          next++; // the rest of a symbol
        }
        return next;
      }
    }
  }

  private int readWord(int p) {
    if (words > 0 && (joined || b[p] == 'n' || b[p] == 'i' || b[p] == 'N')) {
      int end = values.read(b, p, to);
      boolean named = !joined && PairNames.goesOn(b, Math.max(p, end), to);
      if (end > 0 && !named && (joined || values.suffix != PairList.Suffix.MISSING)) {
        return addPair(end);
      }
    }
    int end = WordScan.end(b, p, to);
    if (WordScan.isPassedOver(b, p, end, to)) {
      dropName();
      atStart = false;
      return WordScan.pastToken(b, end, to);
    }
    if (joined && Words.namesSet(b, nameFrom, nameTo)) {
      PairList.DataSet named = Words.set(b, p, end);
      if (named != PairList.DataSet.NONE) {
        ofLine = named;
        words = 0;
        joined = false;
        return end;
      }
    }
    if (words > 0 && !joined && end == p + 2 && b[p] == 'i' && b[p + 1] == 's') {
      joined = true; // Val acc is 86.0
      return end;
    }
    boolean column = words > 0 && p - nameTo >= 2;
    if (joined || column) {
      dropLabel(joined);
    }
    nameFrom = words == 0 ? p : nameFrom;
    nameTo = end;
    words++;
    atStart = false;
    behindPlace = false;
    return end;
  }

  private int readSigned(int p, int from) {
    boolean starts = p == from || !ByteKinds.isWord(b[p - 1]);
    boolean digit = p + 1 < to && (ByteKinds.isDigit(b[p + 1]) || b[p + 1] == '.');
    boolean word = p + 1 < to && words > 0 && "nNiI".indexOf(b[p + 1]) >= 0;
    if (starts && words > 0 && (digit || word)) {
      return readNumber(p);
    }
    dropName();
    return p + 1;
  }

  private int readNumber(int p) {
    int end = values.read(b, p, to);
    if (end < 0) {
      dropName();
      atStart = false;
      return WordScan.pastToken(b, p, to);
    }
    boolean top = words == 1 && !joined && values.isWhole && WordScan.isTop(b, nameFrom, nameTo);
    if (top) {
      nameTo = end; // Top 1 acc
      words++;
      return end;
    }
    return words > 0 ? addPair(end) : addBare(end);
  }

  private int addBare(int end) {
    boolean part = !Double.isNaN(values.whole);
    boolean counts = part && values.isWhole && (atStart || behindPlace);
    boolean speed =
        values.suffix == PairList.Suffix.STEPS_A_SECOND
            || values.suffix == PairList.Suffix.SECONDS_A_STEP;
    if (counts || speed) {
      PairList.Pair pair = fill(out.add());
      if (pair != null) {
        pair.words = 0;
        pair.place = counts ? PairList.Place.COUNTER : PairList.Place.NONE;
        pair.isTrimmed = counts && ofLine == PairList.DataSet.VALIDATION;
      }
    }
    atStart &= !counts && end < to && b[end - 1] == '%';
    behindPlace = false;
    return end;
  }

  private int addLabelled(PairList.DataSet label, int end) {
    ofLine = label;
    words = 0;
    joined = false;
    atStart = label == PairList.DataSet.TRAINING;
    return addBare(end);
  }

  private int addPair(int end) {
    if (PairNames.isArrow(b, end, to)) {
      dropName();
      return end;
    }
    if (words == 1 && !Double.isNaN(values.whole)) {
      PairList.DataSet label = Words.set(b, nameFrom, nameTo);
      if (label != PairList.DataSet.NONE) {
        return addLabelled(label, end); // Test: [10/79]
      }
    }
    boolean fits =
        words <= (joined ? MOST_WORDS_EXPLICIT : MOST_WORDS)
            && !WordScan.isPath(b, nameFrom, nameTo);
    int setEnd = words > 1 ? WordScan.end(b, nameFrom, nameTo) : nameFrom;
    PairList.DataSet named = words > 1 ? Words.set(b, nameFrom, setEnd) : PairList.DataSet.NONE;
    int last = PairNames.lastWord(b, nameFrom, nameTo);
    PairList.Place place = values.isWhole ? Words.place(b, last, nameTo) : PairList.Place.NONE;
    boolean trims = place != PairList.Place.NONE && words > 1;
    boolean setsOnly = trims && PairNames.areSets(b, nameFrom, last);
    if (trims && !PairNames.isPlace(b, nameFrom, last)) {
      place = PairList.Place.NONE;
      trims = false;
    } else if (trims) {
      ofLine = named != PairList.DataSet.NONE ? named : ofLine;
      nameFrom = last;
    } else if (named != PairList.DataSet.NONE) {
      ofPart = named;
    }
    PairList.Pair pair = fits || trims ? fill(out.add()) : null;
    if (pair != null) {
      boolean own = named != PairList.DataSet.NONE && !trims;
      boolean whole = ofPart == PairList.DataSet.NONE;
      pair.words = trims ? 1 : words;
      pair.place = place;
      pair.isTrimmed = trims && !setsOnly;
      pair.set = own ? PairList.DataSet.NONE : whole ? ofLine : ofPart;
      pair.isSetOfLine = whole;
    }
    atStart = false;
    behindPlace = place != PairList.Place.NONE;
    words = 0;
    joined = false;
    return end;
  }

  private PairList.Pair fill(PairList.Pair pair) {
    if (pair != null) {
      pair.nameFrom = nameFrom;
      pair.nameTo = nameTo;
      pair.isExplicit = joined;
      pair.isTrimmed = false;
      pair.set = ofLine;
      pair.isSetOfLine = true;
      pair.value = values.value;
      pair.seconds = values.seconds;
      pair.suffix = values.suffix;
      pair.whole = values.whole;
    }
    return pair;
  }

  private int readJoint(int p) {
    int end = p + 1;
    while (end < to && (b[end] == b[p] || b[end] == '>')) {
      end++;
    }
    boolean one = end == p + 1 || (b[p] == '=' && end == p + 2 && b[p + 1] == '=');
    if (!one) {
      dropName();
    } else if (words > 0) {
      joined = true;
    }
    return end;
  }

  private int readOpen(int p) {
    if (atStart && b[p] == '[' && p + 1 < to && (b[p + 1] == '=' || b[p + 1] == '>')) {
      atStart = false;
    }
    if (p + 1 < to && (b[p + 1] == '=' || b[p + 1] == '>' || b[p + 1] == '.')) {
      out.setBar();
      return WordScan.pastBar(b, p, to);
    }
    boolean place =
        words > 0
            && Words.place(b, PairNames.lastWord(b, nameFrom, nameTo), nameTo)
                != PairList.Place.NONE;
    boolean mayHold = words > 0 ? joined || place || b[p] == '[' : atStart || behindPlace;
    if (mayHold) {
      int end = values.read(b, p, to);
      if (end > 0) {
        return words > 0 ? addPair(end) : addBare(end);
      }
    }
    if (b[p] == '(' && words > 0 && !joined) {
      int unit = WordScan.pastUnit(b, p, to);
      if (unit > 0) {
        nameTo = unit;
        return unit;
      }
    }
    int inner = readSet(p);
    if (inner > 0) {
      return inner;
    }
    boolean start = atStart;
    boolean call = b[p] == '(' && p > 0 && ByteKinds.isWord(b[p - 1]);
    dropName();
    atStart = start;
    int past = call ? WordScan.pastCall(b, p, to) : -1;
    past = past < 0 ? WordScan.pastSource(b, p, to) : past;
    return past > 0 ? past : p + 1;
  }

  /** A bracket that holds a set's name says what the line tells of: {@code Epoch(val)}. */
  private int readSet(int p) {
    int end = p + 1;
    while (end < to && ByteKinds.isWord(b[end])) {
      end++;
    }
    PairList.DataSet named =
        end < to && ByteKinds.of(b[end]) == ByteKinds.CLOSE
            ? Words.set(b, p + 1, end)
            : PairList.DataSet.NONE;
    if (named == PairList.DataSet.NONE) {
      return -1;
    }
    ofLine = named;
    return end + 1;
  }

  private int readQuote(int p) {
    dropName();
    atStart = false;
    if (p > 0 && ByteKinds.isWord(b[p - 1]) && b[p] == '\'') {
      return WordScan.pastToken(b, p + 1, to); // don't
    }
    for (int q = p + 1; q < to; q++) {
      if (b[q] == b[p]) {
        return q + 1;
      }
    }
    return p + 1;
  }

  /** Leaves the name without a value; one that is only a set's says what the line tells of. */
  private void dropName() {
    dropLabel(false);
  }

  /** The same for what stands before a colon or a number sign: {@code Test net output #0:}. */
  private void dropLabel(boolean label) {
    if (words > 0 && words <= (label ? 3 : 2)) {
      int first = WordScan.end(b, nameFrom, nameTo);
      boolean alone =
          words == 1
              || label
              || Words.followsSet(b, PairNames.lastWord(b, nameFrom, nameTo), nameTo);
      PairList.DataSet named = alone ? Words.set(b, nameFrom, first) : PairList.DataSet.NONE;
      ofLine = named != PairList.DataSet.NONE ? named : ofLine;
    }
    words = 0;
    joined = false;
  }
}
