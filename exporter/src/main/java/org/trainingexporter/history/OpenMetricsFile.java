package org.trainingexporter.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.trainingexporter.history.client.HistoryCounters;
import org.trainingexporter.history.remote.Receiver;
import org.trainingexporter.history.remote.RemoteCoverage;
import org.trainingexporter.history.sample.SampleBatch;
import org.trainingexporter.history.sample.SampleSeries;
import org.trainingexporter.history.sample.SeriesId;
import org.trainingexporter.history.sample.SeriesLabels;

/**
 * A file for {@code promtool tsdb create-blocks-from openmetrics}, such as {@code
 * training_loss{job="training",run="a"} 0.5 1763800275}. Samples are written batch by batch, in no
 * order of series; promtool accepts that. One thread.
 */
final class OpenMetricsFile implements Receiver, AutoCloseable {
  private final SeriesLabels labels;
  private final HistoryCounters counters;
  private final Writer out;

  OpenMetricsFile(Path file, SeriesLabels labels, HistoryCounters counters) throws IOException {
    this.labels = labels;
    this.counters = counters;
    this.out = Files.newBufferedWriter(file);
  }

  @Override
  public void write(String run, SampleBatch batch) throws IOException {
    int written = 0;
    for (SampleSeries one : batch.series()) {
      String name = one.size() == 0 ? "" : name(one.id);
      for (int i = 0; i < one.size(); i++) {
        double value = one.value(i);
        if (!Double.isNaN(value)) { // the format has no stale markers
          out.append(name).append(' ').append(number(value)).append(' ');
          out.append(BigDecimal.valueOf(one.time(i), 3).toPlainString()).append('\n');
          written++;
        }
      }
    }
    counters.wrote(written);
  }

  private String name(SeriesId id) {
    Map<String, String> all = labels.of(id);
    all.remove("__name__");
    return SeriesLabels.text(id.metric(), all);
  }

  private static String number(double value) {
    return Double.isInfinite(value) ? (value > 0 ? "+Inf" : "-Inf") : Double.toString(value);
  }

  @Override
  public RemoteCoverage coverage(String run, double from, double to, double around) {
    return RemoteCoverage.nothing(from, to);
  }

  /** The file is known to be empty. */
  @Override
  public boolean answersQueries() {
    return true;
  }

  @Override
  public void close() {
    try (out) {
      out.append("# EOF\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
