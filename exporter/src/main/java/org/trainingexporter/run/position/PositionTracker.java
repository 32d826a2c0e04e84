package org.trainingexporter.run.position;

import static org.trainingexporter.event.Unknown.UNKNOWN;
import static org.trainingexporter.event.Unknown.firstKnown;
import static org.trainingexporter.event.Unknown.isUnknown;

import org.trainingexporter.event.EarlyEnd;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.event.key.Signal;

/**
 * The position of a run: whether steps or epochs count, where the training is, and where each
 * record belongs. For each record call {@link #begin}, then {@link #advance}, then {@link #at}.
 */
public final class PositionTracker {
  private final KeyRegistry fields;
  private final TrainingCounter counter = new TrainingCounter();
  private boolean countsSteps;

  /** Whether a training record has decided that steps count. */
  private boolean decided;

  private boolean trains;
  private boolean recounted;
  private boolean lost;
  private int rankBefore;
  private double epoch = UNKNOWN;
  private double previous = UNKNOWN;
  private long number;
  private long restarts;
  private long rewinds;

  /** A run without records; {@code fields} says by which aliases it is read. */
  public PositionTracker(KeyRegistry fields) {
    this.fields = fields;
  }

  /** Begins the next record, before its aliases are raised. */
  public void begin(LogRecord r, RecordKind kind) {
    number++;
    rankBefore = fields.rankRead(Signal.POSITION);
    boolean before = countsSteps;
    chooseCounter(r, kind);
    recounted = lost || (trains && countsSteps != before);
    lost = false;
    trains |= kind == RecordKind.TRAIN;
  }

  /** Training records decide what counts; until the first, records of other kinds are believed. */
  private void chooseCounter(LogRecord r, RecordKind kind) {
    boolean counts = r.has(Signal.POSITION);
    boolean first = !counter.hasTrained();
    if (kind == RecordKind.TRAIN && !decided && (counts || first)) {
      decided = counts;
      countsSteps = counts;
      fields.reread(Signal.POSITION);
      counter.recount();
    } else if (kind == RecordKind.OTHER && !r.isValidating() && first) {
      countsSteps |= counts;
    }
  }

  /**
   * Whether a record, which is of that kind, may choose the alias that the field's signal is read
   * by.
   */
  public boolean mayChooseAlias(Field field, LogRecord r, RecordKind kind) {
    boolean tentative = field.signal == Signal.POSITION && !counter.hasTrained() && countsSteps;
    return tentative || r.sets(field.signal, kind);
  }

  /** The signal is read by another alias from now on. */
  public void reset(Signal signal) {
    if (signal == Signal.POSITION) {
      counter.recount();
    }
  }

  /** No key means the signal any more: what was counted by it does not hold. */
  public void lose(Signal signal) {
    if (signal == Signal.POSITION) {
      decided = false;
      lost = true;
      counter.recount();
    } else if (signal == Signal.EPOCH) {
      epoch = UNKNOWN;
    }
  }

  /** Moves the position by what the record counts, once its aliases are raised. */
  public Move advance(LogRecord r, RecordKind kind) {
    recounted |= rankBefore != KeyRegistry.UNREAD && fields.rankRead(Signal.POSITION) < rankBefore;
    double ownEpoch = read(r, Signal.EPOCH);
    epoch = firstKnown(ownEpoch, epoch);
    if (kind == RecordKind.TRAIN) {
      return train(r, ownEpoch);
    }
    if (kind == RecordKind.OTHER && !r.isValidating()) {
      counter.other(read(r, Signal.POSITION));
    }
    return Move.NONE;
  }

  private Move train(LogRecord r, double ownEpoch) {
    double own = countsSteps ? read(r, Signal.POSITION) : ownEpoch;
    if (isUnknown(own)) {
      return Move.NONE;
    }
    previous = counter.position();
    Move move = counter.train(own, countsSteps ? ownEpoch : UNKNOWN);
    restarts += move == Move.RESTART ? 1 : 0;
    rewinds += move == Move.REWIND ? 1 : 0;
    return move;
  }

  private double read(LogRecord r, Signal signal) {
    return fields.isRead(signal, r.rank(signal)) ? r.value(signal) : UNKNOWN;
  }

  /** Where the record belongs: of a validation what it names, of a training record the newest. */
  public RecordPosition at(LogRecord r, RecordKind kind) {
    double own = own(r);
    boolean names = !isUnknown(own) && !((countsSteps || r.countsBatches()) && isNoStep(r, own));
    double position =
        names && kind != RecordKind.TRAIN ? counter.positionOf(own) : counter.position();
    double named = r.value(Signal.POSITION); // beside training that counts epochs alone
    double step = countsSteps ? position : isNoStep(r, named) ? UNKNOWN : named;
    double count = kind == RecordKind.TRAIN ? counter.newest() : position;
    return new RecordPosition(number, position, step, count, r.time());
  }

  private double own(LogRecord r) {
    if (countsSteps) {
      return read(r, Signal.POSITION);
    }
    boolean byStep = r.has(Signal.POSITION) && !counter.hasTrained();
    return byStep ? r.value(Signal.POSITION) : read(r, Signal.EPOCH);
  }

  /** Whether what a validation counts is its own batches, or epochs. */
  private boolean isNoStep(LogRecord r, double count) {
    return counter.hasTrained() && (r.countsBatches() || count <= epoch);
  }

  /** Where a record of a document belongs: a document counts with an alias of its own. */
  public RecordPosition ofDocument(LogRecord r) {
    double own = r.value(Signal.POSITION);
    return new RecordPosition(number, own, own, own, r.time());
  }

  /** A document names the epoch, and the leading logs do not. */
  public void adoptEpoch(double ofDocument) {
    epoch = ofDocument;
  }

  /** Where the training is at that time. */
  public RecordPosition newest(double time) {
    return new RecordPosition(number, position(), step(), position(), time);
  }

  /** By steps or, where the run counts none, by epochs. */
  public double position() {
    return counter.position();
  }

  /** The position before the newest move. */
  public double previous() {
    return previous;
  }

  /** The position of a run that counts steps, else unknown. */
  public double step() {
    return countsSteps ? counter.position() : UNKNOWN;
  }

  public double epoch() {
    return epoch;
  }

  public boolean countsSteps() {
    return countsSteps;
  }

  /** Whether the newest record changed what counts, so that no earlier position holds. */
  public boolean isRecounted() {
    return recounted;
  }

  /** The sum of the forward steps; 0 where the run counts epochs alone. */
  public double steps() {
    return countsSteps ? counter.steps() : 0;
  }

  public long restarts() {
    return restarts;
  }

  public long rewinds() {
    return rewinds;
  }

  public PositionSnapshot snapshot(boolean ended, EarlyEnd earlyEnd) {
    return new PositionSnapshot(step(), epoch, ended, earlyEnd);
  }
}
