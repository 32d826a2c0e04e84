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
  private final byte[][] bytes = new byte[SLOTS][];
  private final TextName[] names = new TextName[SLOTS];
  private final Map<String, TextName> byText = new HashMap<>();
  private int size;

  NameTable(RecordReader reader) {
    this.reader = reader;
  }

  /** The name that stands there. */
  TextName of(byte[] b, int from, int to) {
    int hash = 0;
    for (int p = from; p < to; p++) {
      hash = 31 * hash + b[p];
    }
    int slot = (hash ^ hash >>> 15) & SLOTS - 1;
    while (bytes[slot] != null) {
      if (Arrays.equals(bytes[slot], 0, bytes[slot].length, b, from, to)) {
        return names[slot];
      }
      slot = slot + 1 & SLOTS - 1;
    }
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
    if (byText.size() >= MOST) {
      clear();
    }
    return byText.computeIfAbsent(text, this::make);
  }

  private TextName make(String text) {
    Signal signal = reader.signal(text);
    String lower = text.toLowerCase(Locale.ROOT);
    if (signal == Signal.VALUE && !lower.equals(text) && reader.signal(lower) != Signal.VALUE) {
      return new TextName(lower, reader.signal(lower));
    }
    String joined = lower.replace(' ', '_');
    Signal.Evidence evidence = reader.signal(joined).evidence;
    boolean measures =
        evidence == Signal.Evidence.TRAINING || evidence == Signal.Evidence.VALIDATION;
    if (signal == Signal.VALUE && measures) {
      return new TextName(joined, reader.signal(joined));
    }
    return new TextName(text, signal);
  }
}
