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
 * training_loss{job="training",run="a"} 0.5 1763800275}. Samples stand as they come, a batch after
 * the other; promtool does not mind.
 */
final class OpenMetricsFile implements Receiver, AutoCloseable {
  private final SeriesLabels labels;
  private final HistoryCounters tally;
  private final Writer out;

  OpenMetricsFile(Path file, SeriesLabels labels, HistoryCounters tally) throws IOException {
    this.labels = labels;
    this.tally = tally;
    this.out = Files.newBufferedWriter(file);
  }

  @Override
  public void write(String run, SampleBatch batch) throws IOException {
    int written = 0;
    for (SampleSeries one : batch.series()) {
      String name = one.size() == 0 ? "" : name(one.id);
      for (int i = 0; i < one.size(); i++) {
        double value = one.value(i);
        if (!Double.isNaN(value)) { // the mark of an end has no place in the format
          out.append(name).append(' ').append(number(value)).append(' ');
          out.append(BigDecimal.valueOf(one.time(i), 3).toPlainString()).append('\n');
          written++;
        }
      }
    }
    tally.wrote(written);
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
  public RemoteCoverage past(String run, double from, double to, double around) {
    return RemoteCoverage.nothing(from, to);
  }

  /** All that is there is in the file's future. */
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
