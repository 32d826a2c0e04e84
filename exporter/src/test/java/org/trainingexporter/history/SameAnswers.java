package org.trainingexporter.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.trainingexporter.testing.RealServer;

/**
 * The same question to two servers. The first one's answer must be what the second one's is at that
 * time, or lie within what that is a cadence before and a cadence later. Of events no message is
 * compared.
 */
final class SameAnswers {
  private static final double CADENCE = 15;

  /** Between two points of a range: no part of a minute, so that they fall on each tick of it. */
  private static final double STEP = 7 * CADENCE;

  private static final Pattern HOURS = Pattern.compile("time_seconds_total|goodput|_cost");

  private final RealServer server;
  private final RealServer expected;
  private final double seam;
  private int answered;

  /**
   * @param seam from when on the first one has scraped each second
   */
  SameAnswers(RealServer server, RealServer expected, double seam) {
    this.server = server;
    this.expected = expected;
    this.seam = seam;
  }

  /** What a question brought: values by labels and time. */
  private record Answer(Map<Map<String, String>, Map<Double, Double>> values) {
    private double at(Map<String, String> labels, double time) {
      return values.getOrDefault(labels, Map.of()).getOrDefault(time, Double.NaN);
    }
  }

  /** How many values the first server told so far. */
  int answered() {
    return answered;
  }

  /** What differs at that time, or nothing. */
  String instant(String expression, double time) throws IOException, InterruptedException {
    return difference(
        expression,
        shift -> instantly(expected, expression, time, shift),
        instantly(server, expression, time, 0));
  }

  /** What differs first in that range, or nothing. */
  String range(String expression, double from, double to) throws IOException, InterruptedException {
    return difference(
        expression,
        shift -> each(expected, expression, from, to, shift),
        each(server, expression, from, to, 0));
  }

  private interface Expectation {
    Answer shifted(double by) throws IOException, InterruptedException;
  }

  private String difference(String expression, Expectation expectation, Answer got)
      throws IOException, InterruptedException {
    Answer now = expectation.shifted(0);
    // The usual duration of a step is not worked out anew with each record.
    boolean ofHours = HOURS.matcher(expression).find();
    Set<Map<String, String>> all = new HashSet<>(got.values.keySet());
    all.addAll(now.values.keySet());
    Answer before = null;
    Answer later = null;
    for (Map<String, String> labels : all) {
      Set<Double> times = new HashSet<>(got.values.getOrDefault(labels, Map.of()).keySet());
      answered += times.size();
      times.addAll(now.values.getOrDefault(labels, Map.of()).keySet());
      for (double time : times) {
        double value = got.at(labels, time);
        double precision = isWeighed(expression, time) ? 1e-2 : ofHours ? 1e-6 : 1e-9;
        if (lies(value, precision, now.at(labels, time))) {
          continue;
        }
        before = before == null ? expectation.shifted(-CADENCE) : before;
        later = later == null ? expectation.shifted(CADENCE) : later;
        double[] near = {now.at(labels, time), before.at(labels, time), later.at(labels, time)};
        if (!lies(value, precision, near)) {
          return "%s %s at %.3f: %s, not one of %s"
              .formatted(expression, labels, time, value, Arrays.toString(near));
        }
      }
    }
    return "";
  }

  /** An average weighs samples, and scrapes each second are more of them than ticks. */
  private boolean isWeighed(String expression, double time) {
    boolean scrapes = time >= seam || expression.contains("@ end()");
    return scrapes && expression.contains("avg_over_time");
  }

  /** Whether a value lies between others, or is absent as one of them. */
  private static boolean lies(double value, double precision, double... near) {
    if (Double.isNaN(value)) {
      return Arrays.stream(near).anyMatch(Double::isNaN);
    }
    double slack = precision * Math.abs(value);
    double least = Arrays.stream(near).filter(it -> !Double.isNaN(it)).min().orElse(Double.NaN);
    double most = Arrays.stream(near).filter(it -> !Double.isNaN(it)).max().orElse(Double.NaN);
    return value == least || (value >= least - slack && value <= most + slack);
  }

  private static Answer instantly(RealServer of, String expression, double time, double shift)
      throws IOException, InterruptedException {
    return read(of.query(expression, time + shift), shift);
  }

  private static Answer each(RealServer of, String expression, double from, double to, double shift)
      throws IOException, InterruptedException {
    Map<String, String> form =
        Map.of(
            "query", expression,
            "start", Double.toString(from + shift),
            "end", Double.toString(to + shift),
            "step", Double.toString(STEP));
    return read(of.ask("query_range", form), shift);
  }

  private static Answer read(JsonNode answer, double shift) throws IOException {
    if (!answer.path("status").asText().equals("success")) {
      throw new IOException(answer.toString());
    }
    Answer all = new Answer(new HashMap<>());
    for (JsonNode series : answer.at("/data/result")) {
      Map<String, String> labels = new TreeMap<>();
      series
          .path("metric")
          .properties()
          .forEach(it -> labels.put(it.getKey(), it.getValue().asText()));
      labels.remove("message");
      Map<Double, Double> values = all.values.computeIfAbsent(labels, it -> new HashMap<>());
      for (JsonNode value : series.path("values")) {
        put(values, value, shift);
      }
      if (series.has("value")) {
        put(values, series.path("value"), shift);
      }
    }
    return all;
  }

  private static void put(Map<Double, Double> values, JsonNode value, double shift) {
    double number = Double.parseDouble(value.get(1).asText().replace("Inf", "Infinity"));
    values.put(Math.round((value.get(0).asDouble() - shift) * 1e3) / 1e3, number);
  }
}
