package org.trainingexporter.parse.table;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.event.key.Signal.Evidence;
import org.trainingexporter.parse.record.RecordReader;

/** The names of a table's columns, and the fields that they are. One thread. */
final class TableHeader {
  private static final Set<Signal> SCORES =
      EnumSet.of(
          Signal.LOSS, Signal.TRAIN_ACCURACY, Signal.VALIDATION_LOSS, Signal.VALIDATION_ACCURACY);

  private final Delimiter delimiter;
  private final List<String> names;
  private final Field[] fields;
  private final boolean isComment;

  /**
   * @param isComment whether the line began with a number sign
   */
  TableHeader(Delimiter delimiter, List<String> names, boolean isComment, RecordReader reader) {
    this.delimiter = delimiter;
    this.names = names;
    this.isComment = isComment;
    this.fields = new Field[names.size()];
    Arrays.setAll(fields, i -> names.get(i).isEmpty() ? null : reader.field(names.get(i)));
    if (isIndex(names.get(0))) {
      fields[0] = null;
    }
  }

  /** Whether a first column of that name has none of its own: pandas calls it so on rewriting. */
  private static boolean isIndex(String name) {
    return name.isEmpty() || name.equals("Unnamed: 0");
  }

  /** The same names over rows that another delimiter splits. */
  TableHeader withDelimiter(Delimiter other, RecordReader reader) {
    return new TableHeader(other, names, isComment, reader);
  }

  Delimiter delimiter() {
    return delimiter;
  }

  int size() {
    return fields.length;
  }

  boolean isComment() {
    return isComment;
  }

  List<String> names() {
    return names;
  }

  /** The column's field; null where it has no name. */
  Field field(int column) {
    return fields[column];
  }

  /** Whether those cells are this header again. */
  boolean isRepeatedBy(List<String> cells) {
    return cells.contains(names.get(0)) && cells.stream().noneMatch(CellNumbers::isNumber);
  }

  /**
   * Whether the first column may be an index that stands for the epoch: it has no name, nothing
   * else gives a position, and there is a loss or an accuracy.
   */
  boolean mayHaveIndex() {
    return isIndex(names.get(0)) && !hasPlace() && hasScore();
  }

  /** The first column is the epoch from now on. */
  void readIndex(RecordReader reader) {
    fields[0] = reader.field("epoch");
  }

  /** Whether its names are those of a training's table: a position, and a signal. */
  boolean isOfTraining() {
    return (hasPlace() && hasNews()) || mayHaveIndex();
  }

  private boolean hasPlace() {
    return Arrays.stream(fields).anyMatch(f -> f != null && f.evidence == Evidence.PLACE);
  }

  private boolean hasNews() {
    return Arrays.stream(fields)
        .anyMatch(f -> f != null && f.evidence != Evidence.PLACE && f.evidence != Evidence.NONE);
  }

  private boolean hasScore() {
    return Arrays.stream(fields).anyMatch(f -> f != null && SCORES.contains(f.signal));
  }
}
