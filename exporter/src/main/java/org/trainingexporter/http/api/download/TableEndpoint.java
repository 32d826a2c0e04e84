package org.trainingexporter.http.api.download;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.io.OutputStream;
import org.trainingexporter.http.api.answer.ApiContext;
import org.trainingexporter.http.api.answer.AsyncEndpointHandler;
import org.trainingexporter.http.api.answer.Parameters;
import org.trainingexporter.http.api.answer.Problem;
import org.trainingexporter.http.api.answer.RequestPermits;
import org.trainingexporter.http.encoding.GzipStream;
import org.trainingexporter.http.reply.ReplyStream;
import org.trainingexporter.plots.CurveRequest;
import org.trainingexporter.plots.CurveResponse;
import org.trainingexporter.web.reply.AcceptEncoding;

/**
 * {@code api/plots.csv}: every record of a run's curves, streamed while the logs are read once
 * more. {@code thinned=1} has the points that {@code api/plots} has.
 */
public final class TableEndpoint
    implements AsyncEndpointHandler.AsyncEndpoint<TableEndpoint.TableRequest, CurveResponse> {
  private static final int AT_ONCE = 2;

  /** Curves, and whether only the points that are drawn are wanted. */
  record TableRequest(CurveRequest curves, boolean thinned) {}

  private final ApiContext model;
  private final RequestPermits permits =
      new RequestPermits(AT_ONCE, 5, AT_ONCE + " tables are being written; try again");

  private TableEndpoint(ApiContext model) {
    this.model = model;
  }

  /** The handler of the path. */
  public static AsyncEndpointHandler<?, ?> handler(ApiContext model) {
    return new AsyncEndpointHandler<TableRequest, CurveResponse>(
        query -> model.plots().ask(query.curves()), new TableEndpoint(model));
  }

  @Override
  public TableRequest query(Parameters parameters) throws Problem {
    return new TableRequest(
        CurveRequests.of(model, parameters, parameters.signals()), parameters.isOn("thinned"));
  }

  @Override
  public void answer(HttpServerExchange exchange, TableRequest query, CurveResponse answer)
      throws IOException, Problem {
    permits.acquire(exchange);
    try {
      CurveRequest curves = query.curves();
      boolean gzip = AcceptEncoding.allowsGzip(exchange.getRequestHeaders());
      exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/csv; charset=utf-8");
      exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-cache");
      exchange.getResponseHeaders().put(Headers.VARY, "Accept-Encoding");
      FileName.set(exchange, "attachment", FileName.of(curves.run(), curves.signals(), ".csv"));
      if (gzip) {
        exchange.getResponseHeaders().put(Headers.CONTENT_ENCODING, "gzip");
      }
      ReplyStream plain = new ReplyStream(exchange);
      OutputStream out = gzip ? new GzipStream(plain) : plain;
      CsvRows rows = new CsvRows(out, curves.run());
      if (query.thinned()) {
        answer.series().forEach(rows::add);
      } else {
        model.plots().replay(curves, answer.series(), rows);
      }
      out.close(); // not on failure: that would end the reply as if it were complete
    } finally {
      permits.release();
    }
  }
}
