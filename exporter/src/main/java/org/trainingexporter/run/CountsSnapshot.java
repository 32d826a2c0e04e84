package org.trainingexporter.run;

import java.util.Map;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.event.Rejection;

/** What only rises. */
public record CountsSnapshot(
    Map<RecordKind, Long> records,
    Map<Rejection, Long> rejections,
    double steps,
    long validations,
    long checkpoints,
    long rewinds,
    long restarts,
    Map<String, Long> errors,
    Map<String, Long> warnings) {}
