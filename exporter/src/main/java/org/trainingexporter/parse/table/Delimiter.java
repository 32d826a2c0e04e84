package org.trainingexporter.parse.table;

import java.util.List;

/** What stands between the cells of a table. */
enum Delimiter {
  COMMA(','),
  SEMICOLON(';'),
  TAB('\t'),
  PIPE('|'),
  /** One blank or more, tabs included. */
  BLANKS(' '),
  /** Two blanks or more, so that a name may hold one. */
  WIDE_BLANKS(' ');

  /** Those that stand between cells alone, of which one may be empty. */
  private static final List<Delimiter> SINGLE = List.of(TAB, SEMICOLON, COMMA, PIPE);

  final byte mark;

  Delimiter(char mark) {
    this.mark = (byte) mark;
  }

  boolean isBlanks() {
    return this == BLANKS || this == WIDE_BLANKS;
  }

  /** The delimiter of a header: a tab if it has one, else the most frequent, else blanks. */
  static Delimiter of(byte[] in, int from, int to) {
    Delimiter best = BLANKS;
    int most = 0;
    for (Delimiter d : SINGLE) {
      int count = d.count(in, from, to);
      if (d == TAB && count > 0) {
        return TAB;
      }
      if (count > most) {
        most = count;
        best = d;
      }
    }
    return best;
  }

  /** How often the mark stands outside of quotes. */
  private int count(byte[] in, int from, int to) {
    int count = 0;
    boolean quoted = false;
    for (int i = from; i < to; i++) {
      quoted ^= in[i] == '"';
      count += !quoted && in[i] == mark ? 1 : 0;
    }
    return count;
  }
}
