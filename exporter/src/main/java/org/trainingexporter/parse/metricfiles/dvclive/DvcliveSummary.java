package org.trainingexporter.parse.metricfiles.dvclive;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.trainingexporter.parse.json.JsonFactories;
import org.trainingexporter.parse.metricfiles.step.OpenStep;
import org.trainingexporter.parse.metricfiles.step.StepSource;
import org.trainingexporter.parse.number.TextNumbers;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.tail.FileState;

/**
 * The newest values of all metrics, {@code metrics.json}, which is written anew at each step. Of
 * these only those without a table are of use. One thread.
 */
final class DvcliveSummary implements StepSource {
  private static final int MOST_BYTES = 1 << 20;
  private static final int MOST_VALUES = 2_000;

  private final Path file;
  private final FileState.Probe probe;
  private final RecordReader reader;
  private final Map<String, Double> values = new LinkedHashMap<>();
  private Set<String> inTables = Set.of();
  private FileState seen;
  private double step = Double.NaN;
  private double previous = Double.NaN;
  private long attempt;
  private boolean waits;

  DvcliveSummary(Path file, FileState.Probe probe, RecordReader reader) {
    this.file = file;
    this.probe = probe;
    this.reader = reader;
  }

  /** Reads the file where it has changed; half a file waits. Whether it is there. */
  boolean checkForChanges() throws IOException {
    try {
      FileState state = probe.of(file);
      if (!state.equals(seen) && readFile()) {
        seen = state;
      }
      return true;
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private boolean readFile() throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    }
    if (bytes.length > MOST_BYTES) {
      return true;
    }
    Map<String, Double> found = new LinkedHashMap<>();
    try (JsonParser p = JsonFactories.document(bytes)) {
      if (p.nextToken() == JsonToken.START_OBJECT) {
        readObject(p, "", found);
      }
    } catch (IOException e) {
      return false; // not whole yet
    }
    Double at = found.remove("step");
    values.clear();
    values.putAll(found);
    waits = at != null && !values.isEmpty();
    if (waits) {
      step = at;
      attempt += step < previous ? 1 : 0;
      previous = step;
    }
    return true;
  }

  private static void readObject(JsonParser p, String above, Map<String, Double> into)
      throws IOException {
    while (p.nextToken() == JsonToken.FIELD_NAME) {
      String name = above + p.currentName();
      switch (p.nextToken()) {
        case START_OBJECT -> readObject(p, name + "/", into);
        case START_ARRAY -> p.skipChildren();
        case VALUE_NUMBER_FLOAT, VALUE_NUMBER_INT -> put(name, p.getDoubleValue(), into);
        case VALUE_STRING -> {
          double value = TextNumbers.number(p.getText());
          if (!Double.isNaN(value) || TextNumbers.isNonFinite(p.getText())) {
            put(name, value, into);
          }
        }
        default -> {} // no number
      }
    }
  }

  private static void put(String name, double value, Map<String, Double> into) {
    if (into.size() < MOST_VALUES) {
      into.put(name, value);
    }
  }

  /** Metrics that have tables. */
  void leaveOut(Set<String> metrics) {
    inTables = metrics;
  }

  @Override
  public boolean peek() {
    waits &= !inTables.containsAll(values.keySet());
    return waits;
  }

  @Override
  public double step() {
    return step;
  }

  @Override
  public double time() {
    return Double.NaN;
  }

  @Override
  public long attempt() {
    return attempt;
  }

  @Override
  public void moveTo(OpenStep open) {
    values.forEach(
        (name, value) -> {
          if (!inTables.contains(name)) {
            open.add(reader.field(name), value);
          }
        });
    waits = false;
  }
}
