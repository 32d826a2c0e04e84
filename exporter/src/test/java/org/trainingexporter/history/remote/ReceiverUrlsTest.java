package org.trainingexporter.history.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trainingexporter.config.Settings;

final class ReceiverUrlsTest {
  private static final String NEAR = "http://localhost:9090/api/v1/write";
  private static final String FAR = "https://mimir/api/v1/push";

  @ParameterizedTest
  @CsvSource({
    "http://localhost:9090/api/v1/write, http://localhost:9090/api/v1/query",
    "https://all/prometheus/api/v1/write, https://all/prometheus/api/v1/query",
    "http://mimir:8080/api/v1/push, http://mimir:8080/prometheus/api/v1/query",
    "https://x.grafana.net/api/prom/push, https://x.grafana.net/api/prom/api/v1/query",
    "http://thanos:19291/api/v1/receive, http://thanos:19291/api/v1/query",
  })
  void where_queries_are_answered_follows_from_where_is_written(String write, String query) {
    assertEquals(URI.create(query), ReceiverUrls.query(URI.create(write)));
  }

  @Test
  void the_labels_fit_our_prometheus() {
    assertEquals(
        Map.of("job", "training", "instance", "localhost:9409"),
        labels(Map.of("history.url", NEAR)));
  }

  @Test
  void the_instance_is_where_this_exporter_is_scraped() throws Exception {
    String host = InetAddress.getLocalHost().getHostName();
    assertEquals(host + ":9409", labels(Map.of("history.url", FAR)).get("instance"));
    assertEquals(
        "node1:80",
        labels(Map.of("history.url", FAR, "web.listen-address", "node1:80")).get("instance"));
    assertEquals(
        "localhost:9500",
        labels(Map.of("history.url", NEAR, "web.listen-address", "0.0.0.0:9500")).get("instance"));
  }

  @Test
  void what_is_given_wins() {
    assertEquals(
        Map.of("job", "ml", "instance", "node1:9409", "cluster", "a100"),
        labels(
            Map.of(
                "history.url", NEAR, "history.labels", "instance=node1:9409,cluster=a100,job=ml")));
  }

  private static Map<String, String> labels(Map<String, String> flags) {
    return ReceiverUrls.labels(Settings.read(List.of(), new HashMap<>(flags), Map.of())).scrape();
  }
}
