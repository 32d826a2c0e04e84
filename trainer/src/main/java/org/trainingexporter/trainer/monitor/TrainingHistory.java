package org.trainingexporter.trainer.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The batches of a training: the newest in memory, older ones in the log. Safe for many threads.
 */
final class TrainingHistory {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final Path log;
  private final long begin;
  private final int kept;
  private final Deque<BatchRecord> newest = new ArrayDeque<>();
  private long inLogOnly;

  /**
   * @param log what it holds so far belongs to earlier trainings
   */
  TrainingHistory(Path log, int kept) {
    this.log = log;
    begin = log.toFile().length();
    this.kept = kept;
  }

  synchronized void add(BatchRecord batch) {
    newest.add(batch);
    if (newest.size() > kept) {
      newest.remove();
      inLogOnly++;
    }
  }

  List<BatchRecord> all() throws IOException {
    long older;
    List<BatchRecord> newer;
    synchronized (this) {
      older = inLogOnly;
      newer = List.copyOf(newest);
    }
    List<BatchRecord> all =
        older > 0
            ? read(older)
            : new ArrayList<>(); // outside the lock, so that the training goes on
    all.addAll(newer);
    return all;
  }

  private List<BatchRecord> read(long count) throws IOException {
    List<BatchRecord> read = new ArrayList<>();
    try (InputStream file = Files.newInputStream(log)) {
      file.skipNBytes(begin);
      BufferedReader lines = new BufferedReader(new InputStreamReader(file, UTF_8));
      while (read.size() < count) {
        JsonNode line = JSON.readTree(lines.readLine());
        if (line.has("step")) { // else it is the plan
          read.add(BatchRecord.read(line));
        }
      }
    }
    return read;
  }
}
