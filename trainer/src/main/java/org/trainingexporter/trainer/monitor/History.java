package org.trainingexporter.trainer.monitor;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A training's batches: the newest in memory, the others in the log. Safe for many threads. */
final class History {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final Path log;
  private final int kept;
  private final Deque<BatchRecord> newest = new ArrayDeque<>();
  private long inLogOnly;

  History(Path log, int kept) {
    this.log = log;
    this.kept = kept;
  }

  synchronized void add(BatchRecord batch) {
    newest.add(batch);
    if (newest.size() > kept) {
      newest.remove();
      inLogOnly++;
    }
  }

  synchronized List<BatchRecord> all() throws IOException {
    List<BatchRecord> all = new ArrayList<>();
    if (inLogOnly > 0) {
      try (BufferedReader lines = Files.newBufferedReader(log)) {
        while (all.size() < inLogOnly) {
          JsonNode line = JSON.readTree(lines.readLine());
          if (line.has("step")) { // else the plan
            all.add(BatchRecord.read(line));
          }
        }
      }
    }
    all.addAll(newest);
    return all;
  }
}
