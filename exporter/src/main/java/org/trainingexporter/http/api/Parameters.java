package org.trainingexporter.http.api;

import io.undertow.server.HttpServerExchange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.trainingexporter.plots.Query;

/** What stands behind the question mark. */
record Parameters(HttpServerExchange exchange) {
  private static final int STANDARD_POINTS = 1_000;
  private static final int MOST_RUNS = 8;

  Optional<String> run() {
    return first("run");
  }

  /** The runs that a stream is about. */
  List<String> runs() throws Problem {
    List<String> runs = all("run");
    if (runs.size() > MOST_RUNS) {
      throw Problem.expected("run", "at most " + MOST_RUNS + " runs", runs.size() + " runs");
    }
    return runs;
  }

  /** Repeated, or with commas between; a key may hold commas, and then stands alone. */
  List<String> signals() throws Problem {
    List<String> signals = new ArrayList<>();
    for (String given : all("signal")) {
      boolean one = given.startsWith("value:");
      for (String name : one ? List.of(given) : List.of(given.split(",", -1))) {
        if (!Query.isSignal(name)) {
          throw Problem.expected("signal", "a signal such as loss or value:KEY", name);
        }
        if (!signals.contains(name)) {
          signals.add(name);
        }
      }
    }
    long values = signals.stream().filter(s -> s.startsWith("value:")).count();
    if (values > Query.MOST_VALUES) {
      throw Problem.expected(
          "signal", "at most " + Query.MOST_VALUES + " plain values", values + " of them");
    }
    return signals;
  }

  int points() throws Problem {
    String given = first("points").orElse(Integer.toString(STANDARD_POINTS));
    try {
      int points = Integer.parseInt(given);
      if (points >= 1 && points <= Query.MOST_POINTS) {
        return points;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw Problem.expected("points", "a whole number from 1 to " + Query.MOST_POINTS, given);
  }

  double from() throws Problem {
    return number("from", Double.NEGATIVE_INFINITY);
  }

  double to() throws Problem {
    return number("to", Double.POSITIVE_INFINITY);
  }

  private double number(String name, double fallback) throws Problem {
    Optional<String> given = first(name);
    if (given.isEmpty()) {
      return fallback;
    }
    try {
      double number = Double.parseDouble(given.get());
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw Problem.expected(name, "a number", given.get());
  }

  /** An empty one counts as none. */
  Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  private List<String> all(String name) {
    Collection<String> given = exchange.getQueryParameters().get(name);
    Deque<String> none = new java.util.ArrayDeque<>();
    return (given == null ? none : given).stream().filter(text -> !text.isEmpty()).toList();
  }
}
