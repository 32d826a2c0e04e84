package org.trainingexporter.http.api.download;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trainingexporter.http.api.answer.ApiContext;
import org.trainingexporter.http.api.answer.AsyncEndpointHandler;
import org.trainingexporter.http.api.answer.Parameters;
import org.trainingexporter.http.api.answer.Problem;
import org.trainingexporter.http.api.answer.RequestPermits;
import org.trainingexporter.plots.CurveRequest;
import org.trainingexporter.plots.CurveResponse;

/**
 * {@code api/plots.png}: a plot of one run as a picture, drawn here for who has no browser. 501
 * with the reason where this machine has no fonts to draw with.
 */
public final class PictureEndpoint
    implements AsyncEndpointHandler.AsyncEndpoint<PictureRequest, CurveResponse> {
  private static final int AT_ONCE = 2;
  private static final int LEAST_PIXELS = 200;
  private static final int MOST_PIXELS = 4_000;
  private static final int WIDTH = 900;
  private static final int HEIGHT = 450;

  private final ApiContext model;
  private final PictureRenderer renderer;
  private final RequestPermits permits =
      new RequestPermits(AT_ONCE, 1, AT_ONCE + " pictures are being drawn; try again");

  PictureEndpoint(ApiContext model, PictureRenderer renderer) {
    this.model = model;
    this.renderer = renderer;
  }

  /** The handler of the path. */
  public static AsyncEndpointHandler<?, ?> handler(ApiContext model) {
    return new AsyncEndpointHandler<PictureRequest, CurveResponse>(
        query -> model.plots().ask(query.curves()),
        new PictureEndpoint(model, new ChartRenderer()));
  }

  @Override
  public PictureRequest query(Parameters parameters) throws Problem {
    String plot = parameters.first("plot").orElse("loss");
    if (!CurveRequest.isSignal(plot)) {
      throw Problem.expected("plot", "a signal such as loss or value:KEY", plot);
    }
    return new PictureRequest(
        CurveRequests.of(model, parameters, signals(plot)),
        plot,
        parameters.whole("width", LEAST_PIXELS, MOST_PIXELS, WIDTH),
        parameters.whole("height", LEAST_PIXELS, MOST_PIXELS, HEIGHT),
        parameters.oneOf("theme", List.of("light", "dark")).equals("dark"),
        parameters.oneOf("x", List.of("step", "time")).equals("time"),
        parameters.isOn("log"));
  }

  /** The signal itself and, where there is one, the mean that is drawn over it. */
  private static List<String> signals(String plot) {
    List<String> signals = new ArrayList<>(List.of(plot));
    if (CurveRequest.isSignal(plot + "_smoothed") && !plot.startsWith("value:")) {
      signals.add(plot + "_smoothed");
    }
    return signals;
  }

  @Override
  public void answer(HttpServerExchange exchange, PictureRequest query, CurveResponse answer)
      throws IOException, Problem {
    if (answer.series().isEmpty()) {
      throw new Problem(
          StatusCodes.NOT_FOUND,
          "the run has no \"" + query.plot() + "\"; it has " + answer.signals());
    }
    permits.acquire(exchange);
    String run = query.curves().run();
    try {
      byte[] picture = renderer.draw(query, answer, model.run(Optional.of(run)));
      exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "image/png");
      exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-cache");
      FileName.set(exchange, "inline", FileName.of(run, List.of(query.plot()), ".png"));
      exchange.getResponseSender().send(ByteBuffer.wrap(picture));
    } catch (PictureUnavailable e) {
      throw new Problem(
          StatusCodes.NOT_IMPLEMENTED, "this machine cannot draw pictures: " + e.getMessage());
    } finally {
      permits.release();
    }
  }
}
