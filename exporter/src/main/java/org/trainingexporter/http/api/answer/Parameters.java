package org.trainingexporter.http.api.answer;

import io.undertow.server.HttpServerExchange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.trainingexporter.plots.CurveRequest;

/** The query parameters of a request. An empty parameter counts as missing. */
public record Parameters(HttpServerExchange exchange) {
  private static final int DEFAULT_POINTS = 1_000;
  private static final int MAX_RUNS = 32;

  public Optional<String> run() {
    return first("run");
  }

  /** The runs that a stream is requested for. */
  public List<String> runs() throws Problem {
    List<String> runs = all("run");
    if (runs.size() > MAX_RUNS) {
      throw Problem.expected("run", "at most " + MAX_RUNS + " runs", runs.size() + " runs");
    }
    return runs;
  }

  /**
   * Signals, repeated or separated by commas. {@code value:KEY} stands alone: it can have commas.
   */
  public List<String> signals() throws Problem {
    List<String> signals = new ArrayList<>();
    for (String given : all("signal")) {
      boolean isValue = given.startsWith("value:");
      for (String name : isValue ? List.of(given) : List.of(given.split(",", -1))) {
        if (!CurveRequest.isSignal(name)) {
          throw Problem.expected("signal", "a signal such as loss or value:KEY", name);
        }
        if (!signals.contains(name)) {
          signals.add(name);
        }
      }
    }
    long values = signals.stream().filter(s -> s.startsWith("value:")).count();
    if (values > CurveRequest.MOST_VALUES) {
      throw Problem.expected(
          "signal", "at most " + CurveRequest.MOST_VALUES + " plain values", values + " of them");
    }
    return signals;
  }

  public int points() throws Problem {
    return whole("points", 1, CurveRequest.MOST_POINTS, DEFAULT_POINTS);
  }

  /** A whole number between two ends, both included. */
  public int whole(String name, int least, int most, int fallback) throws Problem {
    String given = first(name).orElse(Integer.toString(fallback));
    try {
      int number = Integer.parseInt(given);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // The exception below names the value.
    }
    throw Problem.expected(name, "a whole number from " + least + " to " + most, given);
  }

  /** Whether a switch is on: 1 or 0, which is the default. */
  public boolean isOn(String name) throws Problem {
    return oneOf(name, List.of("0", "1")).equals("1");
  }

  /** One of these texts; the first one is the default. */
  public String oneOf(String name, List<String> texts) throws Problem {
    String given = first(name).orElse(texts.get(0));
    if (!texts.contains(given)) {
      throw Problem.expected(name, "one of " + String.join(", ", texts), given);
    }
    return given;
  }

  public double from() throws Problem {
    return number("from", Double.NEGATIVE_INFINITY);
  }

  public double to() throws Problem {
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
      // The exception below names the value.
    }
    throw Problem.expected(name, "a number", given.get());
  }

  /** The first value of a parameter. */
  public Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  private List<String> all(String name) {
    Collection<String> given = exchange.getQueryParameters().get(name);
    Deque<String> none = new java.util.ArrayDeque<>();
    return (given == null ? none : given).stream().filter(text -> !text.isEmpty()).toList();
  }
}
