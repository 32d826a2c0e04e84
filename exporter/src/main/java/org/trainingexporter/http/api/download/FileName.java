package org.trainingexporter.http.api.download;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.List;

/** The name under which a browser saves a reply: the run and its signals. */
final class FileName {
  private static final int MOST_SIGNALS = 3;
  private static final int LONGEST = 150;

  private FileName() {}

  static String of(String run, List<String> signals, String suffix) {
    boolean few = !signals.isEmpty() && signals.size() <= MOST_SIGNALS;
    String what = few ? String.join("_", signals) : "curves";
    String name = (run + "_" + what).replaceAll("[^\\w.-]+", "_");
    return name.substring(0, Math.min(LONGEST, name.length())) + suffix;
  }

  /** Sets it in the reply. */
  static void set(HttpServerExchange exchange, String disposition, String name) {
    String value = disposition + "; filename=\"" + name + "\"";
    exchange.getResponseHeaders().put(Headers.CONTENT_DISPOSITION, value);
  }
}
