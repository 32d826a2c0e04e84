package org.trainingexporter.run;

import org.trainingexporter.event.RecordKind;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.run.window.EnumCounter;

/** How many records of each kind a run had, and how many rejections for each reason. */
record RecordCounts(EnumCounter<RecordKind> records, EnumCounter<Rejection> rejections) {
  RecordCounts() {
    this(new EnumCounter<>(RecordKind.class), new EnumCounter<>(Rejection.class));
  }
}
