package org.trainingexporter.fuzz;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.QueryParameterUtils;
import java.nio.charset.StandardCharsets;
import org.trainingexporter.http.api.answer.Parameters;
import org.trainingexporter.http.api.answer.Problem;

/** Reads bytes as the query of a request to the API. */
final class ParametersTarget implements Target {
  @Override
  public void read(byte[] bytes) {
    HttpServerExchange exchange = new HttpServerExchange(null);
    String query = new String(bytes, StandardCharsets.ISO_8859_1);
    try {
      QueryParameterUtils.parseQueryString(query, "UTF-8")
          .forEach((name, values) -> values.forEach(it -> exchange.addQueryParam(name, it)));
    } catch (IllegalArgumentException e) {
      return; // the server answers 400 before a handler sees it
    }
    Parameters parameters = new Parameters(exchange);
    parameters.run();
    read(parameters::runs);
    read(parameters::signals);
    read(parameters::points);
    read(parameters::from);
    read(parameters::to);
  }

  private interface Reading {
    Object read() throws Problem;
  }

  private static void read(Reading reading) {
    try {
      reading.read();
    } catch (Problem e) {
      // The client is told what is wrong.
    }
  }
}
