package org.trainingexporter.history.remote;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trainingexporter.history.client.HttpAccess;
import org.trainingexporter.history.client.RetryingClient;
import org.trainingexporter.history.sample.SeriesLabels;

/**
 * Asks a server for its raw samples of a run's counter of training records. A range query would
 * show each sample for five minutes and so hide shorter holes. One thread.
 */
final class CoverageQuery {
  private static final Logger log = LoggerFactory.getLogger(CoverageQuery.class);
  private static final JsonFactory JSON = new JsonFactory();

  private final URI url;
  private final HttpAccess access;
  private final RetryingClient client;
  private final SeriesLabels labels;
  private final Duration timeout;
  private boolean answered = true;

  /**
   * @param url of the instant query, such as {@code http://host:9090/api/v1/query}
   */
  CoverageQuery(
      URI url, HttpAccess access, RetryingClient client, SeriesLabels labels, Duration timeout) {
    this.url = url;
    this.access = access;
    this.client = client;
    this.labels = labels;
    this.timeout = timeout;
  }

  /** False once the server has failed to answer a query; it is not asked again. */
  boolean isAnswered() {
    return answered;
  }

  /** What the server has; nothing if it does not answer queries. */
  RemoteCoverage ask(String run, double from, double to, double around)
      throws IOException, InterruptedException {
    if (!answered) {
      return RemoteCoverage.nothing(from, to);
    }
    long end = (long) Math.ceil(to + around);
    long seconds = end - (long) Math.floor(from - around) + 1;
    String form =
        "time=%d&query=%s"
            .formatted(
                end,
                URLEncoder.encode(selector(run) + "[" + seconds + "s]", StandardCharsets.UTF_8));
    HttpResponse<byte[]> response =
        client.call(
            url,
            () ->
                access
                    .request(url, timeout)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form))
                    .build());
    try {
      if (response.statusCode() == 200) {
        return read(response.body(), from, to);
      }
    } catch (IOException e) {
      log.debug("{}", url, e);
    }
    answered = false;
    log.warn(
        "{} answers {} {}; without knowing what is there, all up to now is written, and nothing"
            + " later",
        url,
        response.statusCode(),
        RetryingClient.text(response));
    return RemoteCoverage.nothing(from, to);
  }

  private String selector(String run) {
    Map<String, String> all = new TreeMap<>(labels.scrape());
    all.put("run", run);
    all.put("kind", "train");
    return SeriesLabels.text("training_records_total", all);
  }

  /** Several series, as of two scrapers, count as one. */
  private static RemoteCoverage read(byte[] body, double from, double to) throws IOException {
    TreeMap<Double, Double> samples = new TreeMap<>();
    try (JsonParser json = JSON.createParser(body)) {
      for (JsonToken t = json.nextToken(); t != null; t = json.nextToken()) {
        if (t == JsonToken.FIELD_NAME && json.currentName().equals("values")) {
          readValues(json, samples);
        }
      }
    }
    return new RemoteCoverage(from, to, samples);
  }

  private static void readValues(JsonParser json, Map<Double, Double> into) throws IOException {
    json.nextToken();
    while (json.nextToken() == JsonToken.START_ARRAY) {
      json.nextToken();
      double time = json.getDoubleValue();
      into.merge(time, Double.parseDouble(json.nextTextValue()), Math::max);
      json.nextToken();
    }
  }
}
