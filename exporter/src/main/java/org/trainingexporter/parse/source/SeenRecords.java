package org.trainingexporter.parse.source;

import java.util.BitSet;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.key.Field;

/**
 * Which records of a file were read before, for the case that the file is replaced. Only columns
 * that were there before are compared. One thread.
 */
final class SeenRecords {
  private final BitSet columns = new BitSet();
  private final SeenSums sums = new SeenSums();

  /** Another file begins, which goes on from what was read. */
  void clear() {
    columns.clear();
    sums.clear();
  }

  /** The file has been replaced and is read from its start. */
  void reread() {
    sums.reread();
  }

  /** Whether what is read now has been read before, as far as is known. */
  boolean isRereading() {
    return sums.isRereading();
  }

  /** The same as {@link SeenSums#end}. */
  boolean end() {
    return sums.end();
  }

  /** Compares the next record, or remembers it. */
  SeenSums.Verdict check(LogRecord record) {
    return sums.check(sums.isKnown() ? 0 : hash(record, !sums.isRereading()));
  }

  /** The order of the columns does not count. */
  private int hash(LogRecord record, boolean isNew) {
    int sum = Double.hashCode(record.time());
    for (int i = 0; i < record.size(); i++) {
      Field field = record.field(i);
      if (isNew && !columns.get(field.index)) {
        columns.set(field.index);
      }
      if (isNew || columns.get(field.index)) {
        // As written, and as a float, since what is known of a key's unit may change meanwhile.
        float written = (float) field.unit.fromBase(record.value(i));
        sum += SeenSums.mix(31 * field.index + Float.floatToIntBits(written));
      }
    }
    return sum;
  }
}
