package org.trainingexporter.watch.beside;

import java.util.List;
import java.util.Map;
import org.trainingexporter.run.validation.Checkpoint;

/**
 * What lies beside the logs of a directory's runs.
 *
 * @param checkpoints in no order
 * @param freeBytes where the checkpoints go; NaN where that is unknown
 */
public record Beside(List<Checkpoint> checkpoints, Map<String, String> settings, double freeBytes) {
  /** Nothing was found yet. */
  public static final Beside NONE = new Beside(List.of(), Map.of(), Double.NaN);
}
