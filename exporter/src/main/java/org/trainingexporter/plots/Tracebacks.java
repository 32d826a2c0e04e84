package org.trainingexporter.plots;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.trainingexporter.plots.curve.LoggedError;

/** The tracebacks in the last megabyte of each of a run's logs. */
final class Tracebacks {
  private static final int BYTES = 1 << 20;
  private static final int LONGEST = 20_000;
  private static final String MARK = "\"error_type\"";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private record FoundTraceback(String type, String message, String text) {}

  private final List<FoundTraceback> found = new ArrayList<>();

  private Tracebacks() {}

  static Tracebacks of(List<Path> logs) {
    Tracebacks all = new Tracebacks();
    logs.forEach(all::read);
    return all;
  }

  private void read(Path log) {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long start = Math.max(0, file.length() - BYTES);
      byte[] end = new byte[(int) (file.length() - start)];
      file.seek(start);
      file.readFully(end);
      new String(end, UTF_8).lines().filter(line -> line.contains(MARK)).forEach(this::readLine);
    } catch (IOException e) {
      // The log is being replaced: its errors are shown without tracebacks.
    }
  }

  private void readLine(String line) {
    try {
      JsonNode record = MAPPER.readTree(line);
      String text = record.path("traceback").asText("");
      if (!text.isEmpty()) {
        String type = record.path("error_type").asText();
        found.add(new FoundTraceback(type, record.path("error_message").asText(null), cut(text)));
      }
    } catch (JsonProcessingException e) {
      // The first line may be cut off, and others may be broken.
    }
  }

  /** Keeps the end, which says what went wrong. */
  private static String cut(String text) {
    return text.length() <= LONGEST ? text : "…" + text.substring(text.length() - LONGEST);
  }

  /** Gives each error its traceback: the newest that matches, for the newest error first. */
  List<LoggedError> addTo(List<LoggedError> newestFirst) {
    List<LoggedError> all = new ArrayList<>();
    for (LoggedError error : newestFirst) {
      all.add(error);
      for (int i = found.size() - 1; i >= 0; i--) {
        if (error.isOf(found.get(i).type, found.get(i).message)) {
          all.set(all.size() - 1, error.with(found.remove(i).text));
          break;
        }
      }
    }
    return all;
  }
}
