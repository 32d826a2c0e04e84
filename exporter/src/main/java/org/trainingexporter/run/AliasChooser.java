package org.trainingexporter.run;

import java.util.EnumSet;
import java.util.Set;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.run.position.PositionTracker;

/** Chooses the alias that a run reads each signal by: the first in precedence of those it has. */
final class AliasChooser {
  private final KeyRegistry fields;
  private final PositionTracker position;
  private final RunKeepers keepers;

  /** Of the meanings that the newest record was read by. */
  private int version;

  AliasChooser(KeyRegistry fields, PositionTracker position, RunKeepers keepers) {
    this.fields = fields;
    this.position = position;
    this.keepers = keepers;
  }

  /**
   * Reads the record by what its keys mean now. A signal starts over when a key no longer means it.
   *
   * @return the signals that start over
   */
  Set<Signal> interpret(LogRecord r) {
    r.interpret(fields);
    fields.counters().apply(r);
    if (fields.version() == version) {
      return Set.of();
    }
    version = fields.version();
    r.interpret(fields);
    Set<Signal> lost = fields.drainLost();
    for (Signal signal : lost) {
      keepers.reset(signal);
      position.lose(signal);
    }
    return lost;
  }

  /**
   * Notes the aliases that a record has. A signal starts over when one replaces another.
   *
   * @return the signals that another alias is read for from now on
   */
  Set<Signal> choose(LogRecord r, RecordKind kind) {
    Set<Signal> realiased = Set.of();
    for (int i = 0; i < r.size(); i++) {
      Field field = r.field(i);
      // Asked first since it is cheap and nearly always no.
      if (fields.mayRaise(field) && mayChoose(field, r, kind) && fields.raise(field)) {
        realiased = realiased.isEmpty() ? EnumSet.noneOf(Signal.class) : realiased;
        realiased.add(field.signal);
        keepers.reset(field.signal);
        position.reset(field.signal);
      }
    }
    return realiased;
  }

  /** Of two aliases in one record only the better one is chosen. */
  private boolean mayChoose(Field field, LogRecord r, RecordKind kind) {
    return field.rank == r.rank(field.signal) && position.mayChooseAlias(field, r, kind);
  }
}
