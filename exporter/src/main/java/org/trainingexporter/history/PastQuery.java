package org.trainingexporter.history;

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

/**
 * Asks a server for the samples that it has of a run's counter of training records, as they are: a
 * range query would see a sample for five minutes behind it, and so no shorter hole.
 */
final class PastQuery {
  private static final Logger log = LoggerFactory.getLogger(PastQuery.class);
  private static final JsonFactory JSON = new JsonFactory();

  private final URI url;
  private final Access access;
  private final Caller caller;
  private final Labels labels;
  private final Duration timeout;
  private boolean answered = true;

  /**
   * @param url of the instant query, such as {@code http://host:9090/api/v1/query}
   */
  PastQuery(URI url, Access access, Caller caller, Labels labels, Duration timeout) {
    this.url = url;
    this.access = access;
    this.caller = caller;
    this.labels = labels;
    this.timeout = timeout;
  }

  /** False once the server turned out not to answer. */
  boolean isAnswered() {
    return answered;
  }

  Past ask(String run, double from, double to, double around)
      throws IOException, InterruptedException {
    if (!answered) {
      return Past.nothing(from, to);
    }
    long end = (long) Math.ceil(to + around);
    long seconds = end - (long) Math.floor(from - around) + 1;
    String form =
        "time=%d&query=%s"
            .formatted(
                end,
                URLEncoder.encode(selector(run) + "[" + seconds + "s]", StandardCharsets.UTF_8));
    HttpResponse<byte[]> response =
        caller.call(
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
        Caller.text(response));
    return Past.nothing(from, to);
  }

  private String selector(String run) {
    Map<String, String> all = new TreeMap<>(labels.scrape());
    all.put("run", run);
    all.put("kind", "train");
    return Labels.text("training_records_total", all);
  }

  /** Several series, as of two scrapers, are one: what any of them has is there. */
  private static Past read(byte[] body, double from, double to) throws IOException {
    TreeMap<Double, Double> samples = new TreeMap<>();
    try (JsonParser json = JSON.createParser(body)) {
      for (JsonToken t = json.nextToken(); t != null; t = json.nextToken()) {
        if (t == JsonToken.FIELD_NAME && json.currentName().equals("values")) {
          readValues(json, samples);
        }
      }
    }
    return new Past(from, to, samples);
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
