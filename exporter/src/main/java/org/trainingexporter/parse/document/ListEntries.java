package org.trainingexporter.parse.document;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.event.key.Signal.Evidence;
import org.trainingexporter.parse.record.RecordReader;

/**
 * Lists of equal length: what stands at one index is one record. Where none of them counts
 * positions, the index is the epoch, from 0. Lists of another length are left out. One thread.
 */
final class ListEntries implements Entries {
  private static final Set<Evidence> SCORES =
      EnumSet.of(Evidence.TRAINING, Evidence.VALIDATION, Evidence.REWARD);

  private final RecordReader reader;
  private final List<Column> columns = new ArrayList<>();
  private final List<Field> fields = new ArrayList<>();
  private final Field index;
  private int rows;
  private int row;

  ListEntries(Columns read, RecordReader reader) {
    this.reader = reader;
    read.all().stream()
        .filter(c -> isScore(field(c, reader)))
        .findFirst()
        .ifPresent(c -> rows = c.size());
    for (Column column : read.all()) {
      if (column.size() == rows) {
        columns.add(column);
        fields.add(field(column, reader));
      }
    }
    boolean placed = fields.stream().anyMatch(f -> f != null && f.evidence == Evidence.PLACE);
    this.index = placed ? null : reader.field("epoch");
  }

  /** Whether a list under that key makes a document a log; a learning rate may be a setting. */
  static boolean isScore(Field field) {
    return field != null && SCORES.contains(field.evidence) && field.signal != Signal.LEARNING_RATE;
  }

  /** The column's field; a list under {@code epochs} tells of each, and is no plan. */
  private static Field field(Column column, RecordReader reader) {
    Field field = reader.field(column.path);
    if (field != null && field.signal == Signal.PLANNED_EPOCHS) {
      return reader.field("epoch");
    }
    return field != null && field.signal == Signal.PLAN ? reader.field("step") : field;
  }

  @Override
  public boolean next(LogRecord record) {
    if (row >= rows) {
      return false;
    }
    reader.begin(record, row + 1L);
    if (index != null) {
      reader.addNumber(index, row, record);
    }
    for (int i = 0; i < columns.size(); i++) {
      columns.get(i).addTo(record, row, fields.get(i), reader);
    }
    row++;
    return true;
  }

  @Override
  public long entry() {
    return row;
  }

  @Override
  public void close() {}
}
