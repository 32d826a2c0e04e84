package org.trainingexporter.parse.eventfile.step;

import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.event.grammar.NamedSet;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.event.layer.LayerReadings;
import org.trainingexporter.parse.eventfile.layer.TensorSummary;
import org.trainingexporter.parse.record.RecordReader;

/**
 * Makes records of the groups of a run, in their order. A step that was handed on before makes no
 * training record again; steps that count something else than the training's are left out, and
 * their values stay. One thread.
 */
public final class StepRecords {
  private final RecordReader reader;
  private final RejectionListener rejections;
  private final Field stepField;
  private final Field epochField;
  private final LeadingTag leading = new LeadingTag();
  private double trainedStep = Double.NaN;
  private double trainedEpoch = Double.NaN;
  private double trainedTime = Double.NaN;

  public StepRecords(RecordReader reader, RejectionListener rejections) {
    this.reader = reader;
    this.rejections = rejections;
    this.stepField = reader.field("step");
    this.epochField = reader.field("epoch");
  }

  /** Whether a value of the tag can be kept: past the run's bound of keys it has no field. */
  public boolean keeps(TagReading tag) {
    if (tag.field() == null) {
      tag.setField(reader.field(tag.name()));
    }
    return tag.field() != null;
  }

  /**
   * Fills in the next record of a directory, from its next group.
   *
   * @return false where nothing of the group is left
   */
  public boolean next(StepJoiner from, NamedSet set, LogRecord record) {
    StepGroup group = from.poll();
    if (group.beginsFile && !set.isHeldOut()) {
      leading.beginFile();
    }
    boolean trains = group.trains();
    boolean counts = group.byEpoch || (!Double.isNaN(group.step) && leading.counts(group));
    boolean late = trains && group.step == (group.byEpoch ? trainedEpoch : trainedStep);
    if (late) {
      from.wasLate(group.first - trainedTime);
    }
    reader.begin(record, group.frame);
    if (set != NamedSet.NONE) {
      record.setSetOfFile(set);
    }
    if (counts) {
      reader.addNumber(group.byEpoch ? epochField : stepField, group.step, record);
    }
    int before = record.size();
    addValues(group, late, record);
    addTensors(group, record);
    boolean any = record.size() > before || record.layers() != null || !group.settings().isEmpty();
    if (any) {
      reader.report(record, rejections);
      record.setTime(group.first);
      if (!group.settings().isEmpty()) {
        record.addSettings(group.settings());
      }
    }
    if (trains && counts) {
      remember(group);
    }
    from.recycle(group);
    return any;
  }

  private void addValues(StepGroup group, boolean late, LogRecord record) {
    for (int i = 0; i < group.size(); i++) {
      Field field = group.tag(i).field();
      boolean position = field.signal == Signal.POSITION && field.rank <= stepField.rank;
      boolean repeats = late && group.tag(i).trains();
      if (!position && !repeats && !(field == epochField && group.byEpoch)) {
        reader.addNumber(field, group.value(i), record);
      }
    }
  }

  private void addTensors(StepGroup group, LogRecord record) {
    LayerReadings readings = group.tensors().isEmpty() ? null : record.setLayers();
    for (TensorSummary tensor : group.tensors()) {
      if (readings.size() < LayerReadings.MOST_LAYERS) {
        tensor.addTo(readings);
      }
    }
  }

  private void remember(StepGroup group) {
    if (group.byEpoch) {
      trainedEpoch = group.step;
    } else {
      trainedStep = group.step;
    }
    trainedTime = group.newest;
  }

  /** A value was rejected although its event could be read. */
  public void reject(Rejection reason, long frame, String tag, String detail) {
    rejections.rejected(reason, frame, tag, detail);
  }
}
