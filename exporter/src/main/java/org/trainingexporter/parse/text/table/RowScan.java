package org.trainingexporter.parse.text.table;

import java.nio.charset.StandardCharsets;
import org.trainingexporter.parse.text.value.Suffix;
import org.trainingexporter.parse.text.value.ValueScan;

/**
 * Reads the lines of boxed tables: rules of dashes, and rows of a name and a number. One thread.
 */
public final class RowScan {
  /** A shorter run of dashes is no rule. */
  private static final int SHORTEST = 8;

  private final ValueScan values = new ValueScan();

  /** What the line is. */
  public enum Row {
    OTHER,
    RULE,
    /** A rule of two columns, whose rows have no bars. */
    COLUMN_RULE,
    HEADING,
    VALUE,
    /** A row whose second cell is no number. */
    TEXT
  }

  private String name;
  private boolean indented;

  public String name() {
    return name;
  }

  /** Whether the name stands below the heading before it. */
  public boolean isIndented() {
    return indented;
  }

  public double value() {
    return values.value;
  }

  /** What a line is; rows without bars count only in a table of columns. */
  public Row read(byte[] b, int from, int to, boolean columns) {
    int start = ValueScan.skipBlanks(b, from, to);
    int end = to;
    while (end > start && (b[end - 1] == ' ' || b[end - 1] == '\t')) {
      end--;
    }
    if (start == end) {
      return Row.OTHER;
    }
    Row rule = rule(b, start, end);
    if (rule != Row.OTHER) {
      return rule;
    }
    if (b[start] == '|' && b[end - 1] == '|' && end - start > 2) {
      return cells(b, start + 1, end - 1);
    }
    return columns ? column(b, start, end) : Row.OTHER;
  }

  private static Row rule(byte[] b, int from, int to) {
    int dashes = 0;
    int gaps = 0;
    for (int p = from; p < to; p++) {
      if (b[p] == '-' || b[p] == '=') {
        dashes++;
      } else if (b[p] == ' ' && b[p + 1] == ' ') {
        gaps++;
        p = ValueScan.skipBlanks(b, p, to) - 1;
      } else if (b[p] != '+' && b[p] != '|' && b[p] != ' ') {
        return Row.OTHER;
      }
    }
    boolean rule = dashes >= SHORTEST && b[from] != ' ';
    return rule ? gaps == 1 ? Row.COLUMN_RULE : Row.RULE : Row.OTHER;
  }

  private Row cells(byte[] b, int from, int to) {
    int bar = from;
    while (bar < to && b[bar] != '|') {
      bar++;
    }
    int next = bar + 1;
    while (next < to && b[next] != '|') {
      next++;
    }
    if (bar >= to || next < to) {
      return Row.OTHER;
    }
    indented = from + 1 < to && b[from] == ' ' && b[from + 1] == ' ';
    return row(b, from, bar, bar + 1, to);
  }

  private Row column(byte[] b, int from, int to) {
    int gap = to;
    while (gap > from && b[gap - 1] != ' ') {
      gap--;
    }
    if (gap - 2 < from || b[gap - 2] != ' ') {
      return Row.OTHER;
    }
    indented = false;
    return row(b, from, gap, gap, to);
  }

  private Row row(byte[] b, int nameFrom, int nameTo, int from, int to) {
    name = new String(b, nameFrom, nameTo - nameFrom, StandardCharsets.UTF_8).strip();
    int start = ValueScan.skipBlanks(b, from, to);
    if (start == to) {
      return name.endsWith("/") ? Row.HEADING : Row.TEXT;
    }
    int end = values.read(b, start, to);
    boolean number = end > 0 && ValueScan.skipBlanks(b, end, to) == to;
    return number && values.suffix != Suffix.MISSING ? Row.VALUE : Row.TEXT;
  }
}
