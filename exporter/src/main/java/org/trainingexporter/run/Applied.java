package org.trainingexporter.run;

import java.util.Set;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.run.position.Move;
import org.trainingexporter.run.position.RecordPosition;

/**
 * What a record did to the state of its run.
 *
 * @param kind of the record
 * @param at where the record belongs
 * @param move what it did to the position of the training
 * @param recounted whether another counter makes positions from now on, so that none before holds
 * @param realiased signals that another alias is read for from now on; what was read of them before
 *     does not count any more
 */
public record Applied(
    RecordKind kind, RecordPosition at, Move move, boolean recounted, Set<Signal> realiased) {

  /** Whether it is a training record. */
  public boolean isTraining() {
    return kind == RecordKind.TRAIN;
  }
}
