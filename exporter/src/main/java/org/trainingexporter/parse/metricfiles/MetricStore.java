package org.trainingexporter.parse.metricfiles;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trainingexporter.parse.metricfiles.step.StepSource;

/** What one writer's directory of metrics holds. One thread. */
public interface MetricStore {
  /** The directory of the metrics' files, which may have others below it. */
  Path metrics();

  /** The metric's name, from the path of its file below {@link #metrics}; empty for no metric. */
  Optional<String> metric(Path below);

  /** How a new file of that metric is read. */
  RowForm form(String metric);

  /**
   * Reads what stands beside the metrics where it has changed.
   *
   * @return whether the run is there
   * @throws IOException where it is there and cannot be read
   */
  boolean checkForChanges() throws IOException;

  /** What is known of the run as a whole. */
  RunFacts facts();

  /** Settings of the run by name, as they are now. */
  Map<String, String> settings();

  /** Further values beside the metrics' files, of metrics that have no file. */
  default List<StepSource> others(Set<String> metrics) {
    return List.of();
  }
}
