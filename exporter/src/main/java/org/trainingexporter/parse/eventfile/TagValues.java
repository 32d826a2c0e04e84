package org.trainingexporter.parse.eventfile;

import org.trainingexporter.event.Rejection;
import org.trainingexporter.parse.eventfile.layer.LayerTag;
import org.trainingexporter.parse.eventfile.layer.TensorSummary;
import org.trainingexporter.parse.eventfile.message.SummaryValue;
import org.trainingexporter.parse.eventfile.message.TensorMessage;
import org.trainingexporter.parse.eventfile.step.StepJoiner;
import org.trainingexporter.parse.eventfile.step.StepRecords;
import org.trainingexporter.parse.eventfile.step.TagReading;

/** What a value under a tag is, by its form and by the plugin that shows the tag. One thread. */
final class TagValues {
  private static final String SCALARS = "scalars";
  private static final String HISTOGRAMS = "histograms";
  private static final int COLUMNS = 3;

  private final StepRecords records;
  private final StepJoiner to;

  TagValues(StepRecords records, StepJoiner to) {
    this.records = records;
    this.to = to;
  }

  /** Adds a scalar or a histogram of a layer; anything else is passed over. */
  void add(TagReading tag, SummaryValue value, long frame) {
    String plugin = tag.plugin(value.plugin());
    switch (value.content()) {
      case SCALAR -> addNumber(tag, value.scalar());
      case HISTOGRAM -> {
        if (tag.layer().isPresent()) {
          boolean whole = value.histogram().isWhole();
          LayerTag layer = tag.layer().get();
          add(tag, whole ? TensorSummary.of(layer, value.histogram()) : null, frame);
        }
      }
      case TENSOR -> addTensor(tag, plugin, value.tensor(), frame);
      case OTHER -> {}
    }
  }

  private void addNumber(TagReading tag, double number) {
    if (records.keeps(tag)) {
      to.add(tag, number);
    }
  }

  private void addTensor(TagReading tag, String plugin, TensorMessage tensor, long frame) {
    if (plugin.equals(SCALARS)) {
      if (tensor.isScalar()) {
        addNumber(tag, tensor.scalar());
      } else {
        records.reject(Rejection.WRONG_SHAPE, frame, tag.name(), "no tensor of one number");
      }
    } else if (plugin.equals(HISTOGRAMS) && tag.layer().isPresent()) {
      boolean whole = tensor.isTable(COLUMNS);
      add(tag, whole ? TensorSummary.of(tag.layer().get(), tensor) : null, frame);
    }
  }

  /** Null for a histogram whose shape is wrong. */
  private void add(TagReading tag, TensorSummary summary, long frame) {
    if (summary == null) {
      records.reject(Rejection.WRONG_SHAPE, frame, tag.name(), "no histogram of a bounded size");
    } else if (summary.isPlausible()) {
      to.add(tag, summary);
    } else {
      records.reject(Rejection.OUT_OF_RANGE, frame, tag.name(), "edges must be finite and rise");
    }
  }
}
