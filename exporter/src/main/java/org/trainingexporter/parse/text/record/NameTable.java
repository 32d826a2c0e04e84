package org.trainingexporter.parse.text.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.parse.record.RecordReader;

/** Names by their bytes, so that a name that comes again costs no text. One thread. */
final class NameTable {
  private static final int SLOTS = 1 << 12;

  /** More names at once are prose: they are dropped, and found again where they come again. */
  private static final int MOST = 1 << 11;

  private final RecordReader reader;
  private final TellingWords telling;
  private final byte[][] bytes = new byte[SLOTS][];
  private final TextName[] names = new TextName[SLOTS];
  private final Map<String, TextName> byText = new HashMap<>();
  private int size;

  NameTable(RecordReader reader) {
    this.reader = reader;
    this.telling = new TellingWords(reader.requiredWords());
  }

  /** The name that stands there; {@link TextName#PLAIN} for a new one that is a plain value. */
  TextName find(byte[] b, int from, int to) {
    int slot = slot(b, from, to);
    if (names[slot] != null) {
      return names[slot];
    }
    return telling.mayBeIn(b, from, to) ? put(slot, b, from, to) : TextName.PLAIN;
  }

  /** The name that stands there, also where it is a plain value. */
  TextName of(byte[] b, int from, int to) {
    int slot = slot(b, from, to);
    return names[slot] != null ? names[slot] : put(slot, b, from, to);
  }

  /** The slot of the name, or the free one where it belongs. */
  private int slot(byte[] b, int from, int to) {
    int hash = 0;
    for (int p = from; p < to; p++) {
      hash = 31 * hash + b[p];
    }
    int slot = (hash ^ hash >>> 15) & SLOTS - 1;
    while (bytes[slot] != null && !Arrays.equals(bytes[slot], 0, bytes[slot].length, b, from, to)) {
      slot = slot + 1 & SLOTS - 1;
    }
    return slot;
  }

  private TextName put(int slot, byte[] b, int from, int to) {
    String text = new String(b, from, to - from, StandardCharsets.UTF_8);
    TextName name = named(text.replaceAll("\\s+", " "));
    if (size++ < MOST) {
      bytes[slot] = Arrays.copyOfRange(b, from, to);
      names[slot] = name;
    } else {
      clear();
    }
    return name;
  }

  private void clear() {
    Arrays.fill(bytes, null);
    Arrays.fill(names, null);
    byText.clear();
    size = 0;
  }

  /** The name of that text. */
  TextName named(String text) {
    TextName known = byText.get(text);
    if (known != null) {
      return known;
    }
    if (byText.size() >= MOST) {
      clear();
    }
    TextName made = make(text);
    byText.put(text, made);
    return made;
  }

  private TextName make(String text) {
    Signal signal = reader.signal(text);
    if (signal != Signal.VALUE) {
      return new TextName(text, signal);
    }
    String lower = text.toLowerCase(Locale.ROOT);
    Signal ofLower = lower.equals(text) ? signal : reader.signal(lower);
    if (ofLower != Signal.VALUE) {
      return new TextName(lower, ofLower);
    }
    String joined = lower.replace(' ', '_');
    Signal ofJoined = joined.equals(lower) ? ofLower : reader.signal(joined);
    boolean measures =
        ofJoined.evidence == Signal.Evidence.TRAINING
            || ofJoined.evidence == Signal.Evidence.VALIDATION;
    return measures ? new TextName(joined, ofJoined) : new TextName(text, signal);
  }
}
