package org.trainingexporter.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.trainingexporter.testing.RealServer;

/**
 * Asks as Grafana does: variables filled, instant or at times of the last minute.
 *
 * @param step of ranges, in seconds
 */
record AsGrafana(RealServer prometheus, int step) {
  private static final int RANGE_SECONDS = 60;

  /** A failed scrape is looked for over so many steps, as an answer takes its time. */
  private static final int STEPS_BACK = 5;

  /** Of a machine on which scrapes fail again and again, the answer is taken as it is. */
  private static final int MOST_TRIES = 10;

  /** Prometheus' answer, an error too; not one from between a failed scrape and the next. */
  JsonNode ask(Dashboard.Query query, String run) throws IOException, InterruptedException {
    JsonNode answer = askOnce(query, run);
    for (int i = 1; i < MOST_TRIES && prometheus.hasMissedScrape(STEPS_BACK * step); i++) {
      prometheus.awaitScrape();
      answer = askOnce(query, run);
    }
    return answer;
  }

  private JsonNode askOnce(Dashboard.Query query, String run)
      throws IOException, InterruptedException {
    Map<String, String> form = new HashMap<>(Map.of("query", filled(query.expr(), run)));
    if (!query.range()) {
      return prometheus.ask("query", form);
    }
    // Not the whole second, at which the newest scrape may not have happened.
    double now = Instant.now().toEpochMilli() / 1e3;
    form.put("start", Double.toString(now - RANGE_SECONDS));
    form.put("end", Double.toString(now));
    form.put("step", step + "s");
    return prometheus.ask("query_range", form);
  }

  private static String filled(String expr, String run) {
    return expr.replace("$__range_s", Integer.toString(RANGE_SECONDS))
        .replace("$__range", RANGE_SECONDS + "s")
        .replace("$__rate_interval", "10s")
        .replace("$__interval_ms", "1000")
        .replace("$__interval", "5s")
        .replace("$smooth", "5m")
        .replace("${axis:raw}", "training_step")
        .replace("$scale", "(.*)")
        .replace("$outliers", "1")
        .replace("$layout", "down")
        .replace("$find", "")
        .replace("$key", ".+")
        .replace("$loss", "training_loss_smoothed")
        .replace("$settings", "0")
        .replace("${near}", Integer.toString(RANGE_SECONDS))
        .replace("$raw", ".+")
        .replace("$listed", run)
        .replace("${shown:pipe}", run)
        .replace("$shown", run)
        .replace("$name", "")
        .replace("$state", ".+")
        .replace("$run", run)
        .replace("$layer", "0")
        .replace("$module", ObservedDemo.LAYER)
        .replaceAll("\\$(host|gpu)", ".+");
  }

  /** The names of the labels of each series that is found. */
  List<Set<String>> labels(Dashboard.Query query, String run)
      throws IOException, InterruptedException {
    List<Set<String>> labels = new ArrayList<>();
    for (JsonNode result : ask(query, run).at("/data/result")) {
      Set<String> names = new TreeSet<>();
      result.path("metric").fieldNames().forEachRemaining(names::add);
      labels.add(names);
    }
    return labels;
  }
}
