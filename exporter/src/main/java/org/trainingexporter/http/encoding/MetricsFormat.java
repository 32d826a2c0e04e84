package org.trainingexporter.http.encoding;

import io.prometheus.client.exporter.common.TextFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Chooses the format of a scrape by {@code Accept} (RFC 9110, 12.5.1): the one of the highest
 * weight, the first of several. Prometheus text if nothing fits.
 */
public final class MetricsFormat {
  private static final String OPEN_METRICS = "application/openmetrics-text";
  private static final Set<String> OPEN_METRICS_VERSIONS = Set.of("", "0.0.1", "1.0.0");
  private static final Set<String> TEXT = Set.of("text/plain", "text/*", "*/*");
  private static final Set<String> TEXT_VERSIONS = Set.of("", "0.0.4");

  /** One element of the header. */
  private record MediaRange(String type, String version, double weight) {
    static MediaRange of(String text) {
      String[] parts = text.split(";", -1);
      Map<String, String> parameters = new TreeMap<>();
      for (int i = 1; i < parts.length; i++) {
        String[] pair = parts[i].split("=", 2);
        parameters.put(
            pair[0].strip().toLowerCase(Locale.ROOT),
            pair.length < 2 ? "" : pair[1].strip().replace("\"", ""));
      }
      return new MediaRange(
          parts[0].strip().toLowerCase(Locale.ROOT),
          parameters.getOrDefault("version", ""),
          weight(parameters.getOrDefault("q", "1")));
    }

    private static double weight(String text) {
      return text.matches("[01](\\.\\d*)?") ? Double.parseDouble(text) : 0;
    }

    boolean isOpenMetrics() {
      return type.equals(OPEN_METRICS) && OPEN_METRICS_VERSIONS.contains(version);
    }

    boolean isText() {
      return TEXT.contains(type) && TEXT_VERSIONS.contains(version);
    }
  }

  private MetricsFormat() {}

  /** The value of {@code Content-Type}, as {@link TextFormat} takes it. */
  public static String contentType(String accept) {
    List<MediaRange> ranges = new ArrayList<>();
    for (String range : accept.split(",", -1)) {
      ranges.add(MediaRange.of(range));
    }
    ranges.removeIf(range -> range.weight() <= 0 || !(range.isOpenMetrics() || range.isText()));
    return ranges.stream()
        // The sort is stable, so that the first of the same weight wins.
        .sorted(Comparator.comparingDouble(range -> -range.weight()))
        .findFirst()
        .filter(MediaRange::isOpenMetrics)
        .map(range -> TextFormat.CONTENT_TYPE_OPENMETRICS_100)
        .orElse(TextFormat.CONTENT_TYPE_004);
  }
}
