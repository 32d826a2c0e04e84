package org.trainingexporter.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a log of JSON lines holds, read without any of the exporter's own reading. */
record LogReading(List<JsonNode> records) {
  /** One value and the step that it belongs to. */
  record Point(long step, double value) {}

  static LogReading of(Path... files) throws IOException {
    JsonMapper json = new JsonMapper();
    List<JsonNode> records = new ArrayList<>();
    for (Path file : files) {
      try (Stream<String> lines = Files.lines(file)) {
        lines.forEach(line -> records.add(read(json, line)));
      }
    }
    return new LogReading(records);
  }

  private static JsonNode read(JsonMapper json, String line) {
    try {
      return json.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }

  /** The values of a key, where there is one. */
  List<Point> points(String key) {
    return records.stream()
        .filter(it -> it.path(key).isNumber())
        .map(it -> new Point(it.get("step").longValue(), it.get(key).doubleValue()))
        .toList();
  }

  /**
   * Each value's mean with those before it, at most so many and a tenth of those that are there.
   */
  List<Point> means(String key, int most) {
    List<Point> points = points(key);
    List<Point> means = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      int window = Math.max(1, Math.min(most, (i + 1) / 10));
      double mean =
          points.subList(i + 1 - window, i + 1).stream()
              .mapToDouble(Point::value)
              .average()
              .orElseThrow();
      means.add(new Point(points.get(i).step, mean));
    }
    return means;
  }

  /**
   * The steps over the time of the last 100 records; at the first record the speed that it logs.
   */
  List<Point> speeds() {
    List<Point> times = points("timestamp");
    List<Point> speeds = new ArrayList<>();
    speeds.add(points("steps_per_sec").get(0));
    for (int i = 1; i < times.size(); i++) {
      Point from = times.get(Math.max(0, i - 100));
      Point to = times.get(i);
      speeds.add(new Point(to.step, (to.step - from.step) / (to.value - from.value)));
    }
    return speeds;
  }

  double last(String key) {
    List<Point> points = points(key);
    return points.get(points.size() - 1).value;
  }

  double highest(String key) {
    return points(key).stream().mapToDouble(Point::value).max().orElseThrow();
  }

  /** The record with the lowest value of a key. */
  JsonNode lowest(String key) {
    return records.stream()
        .filter(it -> it.has(key))
        .reduce((a, b) -> a.get(key).doubleValue() <= b.get(key).doubleValue() ? a : b)
        .orElseThrow();
  }

  /** Seconds from the first record to the newest. */
  double span() {
    double[] times =
        records.stream().mapToDouble(it -> it.get("timestamp").doubleValue()).sorted().toArray();
    return times[times.length - 1] - times[0];
  }
}
