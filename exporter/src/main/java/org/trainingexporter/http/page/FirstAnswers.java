package org.trainingexporter.http.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import java.net.URLEncoder;
import java.util.Deque;
import java.util.Map;

/**
 * Says in the head of the page which answers of the API its scripts will ask for first, so that a
 * browser asks for them beside the scripts and not after them. The script {@code api/first.js} asks
 * for the same addresses, letter by letter, and chooses the number of points by the same widths.
 * The list of runs follows in the page itself.
 */
final class FirstAnswers {
  private static final HttpString LINK = new HttpString("Link");

  /** Conditions on the window's width, and how many points a curve has there. */
  private static final Map<String, Integer> POINTS =
      Map.of(
          "(max-width: 699px)", 300,
          "(min-width: 700px) and (max-width: 1199px)", 400,
          "(min-width: 1200px) and (max-width: 1699px)", 500,
          "(min-width: 1700px)", 700);

  /** Proxies bound the headers of a reply, and each of ours repeats the name. */
  private static final int LONGEST_NAME = 300;

  private FirstAnswers() {}

  static void announce(HttpServerExchange exchange) {
    Deque<String> runs = exchange.getQueryParameters().get("run");
    String named = runs == null ? "" : "run=" + URLEncoder.encode(runs.getFirst(), UTF_8);
    if (named.length() > LONGEST_NAME) {
      return; // the scripts ask a little later
    }
    add(exchange, "stats", named, "");
    POINTS.forEach(
        (media, points) ->
            add(
                exchange,
                "plots",
                named + (named.isEmpty() ? "" : "&") + "points=" + points,
                "; media=\"" + media + "\""));
  }

  private static void add(HttpServerExchange exchange, String name, String query, String more) {
    String address = "api/" + name + (query.isEmpty() ? "" : "?" + query);
    String link = "<" + address + ">; rel=preload; as=fetch; crossorigin" + more;
    exchange.getResponseHeaders().add(LINK, link);
  }
}
