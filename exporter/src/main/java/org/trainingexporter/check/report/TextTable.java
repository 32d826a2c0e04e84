package org.trainingexporter.check.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Aligned columns within a hundred characters. One column gives way: what does not fit into it
 * loses its middle.
 */
final class TextTable {
  private static final int WIDTH = 100;
  private static final String INDENT = "  ";
  private static final int GAP = 2;
  private static final int LEAST = 9;

  private final int yielding;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * @param yielding the column that gives way, from 0
   */
  TextTable(int yielding, String... head) {
    this.yielding = yielding;
    row(head);
  }

  TextTable row(String... cells) {
    List<String> row = new ArrayList<>(cells.length);
    for (String cell : cells) {
      row.add(TextFormats.plain(cell));
    }
    rows.add(row);
    return this;
  }

  @Override
  public String toString() {
    int[] widths = widths();
    StringBuilder out = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder(INDENT);
      for (int i = 0; i < widths.length; i++) {
        String cell = shorten(row.get(i), widths[i]);
        line.append(cell).append(" ".repeat(widths[i] - cell.length() + GAP));
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
    return out.toString();
  }

  private int[] widths() {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    int room = WIDTH - INDENT.length() - GAP * (widths.length - 1);
    for (int i = 0; i < widths.length; i++) {
      room -= i == yielding ? 0 : widths[i];
    }
    widths[yielding] = Math.min(widths[yielding], Math.max(LEAST, room));
    return widths;
  }

  private static String shorten(String cell, int width) {
    if (cell.length() <= width) {
      return cell;
    }
    int head = width / 2;
    return cell.substring(0, head) + "…" + cell.substring(cell.length() - (width - head - 1));
  }
}
