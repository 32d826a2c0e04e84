package org.trainingexporter.parse.table;

import java.util.regex.Pattern;
import org.trainingexporter.parse.number.TextNumbers;

/** A cell's text as a number, in a table of that delimiter. */
final class CellNumbers {
  private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?[\\d.]*,\\d+([eE][+-]?\\d+)?");
  private static final Pattern THOUSANDS = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d*)?");

  private CellNumbers() {}

  /** The text with a decimal point where the table writes a comma. */
  static String normalize(String cell, Delimiter delimiter) {
    if (cell.indexOf(',') < 0 || delimiter == Delimiter.COMMA) {
      return cell;
    }
    boolean thousands = delimiter != Delimiter.SEMICOLON && THOUSANDS.matcher(cell).matches();
    return !thousands && DECIMAL_COMMA.matcher(cell).matches()
        ? cell.replace(".", "").replace(',', '.')
        : cell;
  }

  /** Whether the text is a number, NaN and infinities included. */
  static boolean isNumber(String cell) {
    return !Double.isNaN(TextNumbers.number(cell)) || TextNumbers.isNonFinite(cell);
  }
}
