package org.trainingexporter.run;

import java.util.Map;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.event.Rejection;

/**
 * The counters of a run, over all its attempts.
 *
 * @param records by kind, those of 0 left out
 * @param rejections by reason, those of 0 left out
 * @param steps the sum of the forward moves of the position
 * @param errors by type
 */
public record CountsSnapshot(
    Map<RecordKind, Long> records,
    Map<Rejection, Long> rejections,
    double steps,
    long validations,
    long checkpoints,
    long rewinds,
    long restarts,
    Map<String, Long> errors) {}
