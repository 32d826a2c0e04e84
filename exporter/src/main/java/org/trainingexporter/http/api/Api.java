package org.trainingexporter.http.api;

import io.undertow.server.HttpHandler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trainingexporter.http.api.answer.ApiContext;
import org.trainingexporter.http.api.answer.AsyncEndpointHandler;
import org.trainingexporter.http.api.answer.JsonHandler;
import org.trainingexporter.http.api.download.PictureEndpoint;
import org.trainingexporter.http.api.download.TableEndpoint;
import org.trainingexporter.http.api.endpoint.CheckpointsEndpoint;
import org.trainingexporter.http.api.endpoint.ErrorsEndpoint;
import org.trainingexporter.http.api.endpoint.EventsEndpoint;
import org.trainingexporter.http.api.endpoint.ExpertsEndpoint;
import org.trainingexporter.http.api.endpoint.GpuEndpoint;
import org.trainingexporter.http.api.endpoint.LayerHistoryEndpoint;
import org.trainingexporter.http.api.endpoint.LayersEndpoint;
import org.trainingexporter.http.api.endpoint.PlotsEndpoint;
import org.trainingexporter.http.api.endpoint.RunEndpoint;
import org.trainingexporter.http.api.endpoint.RunsEndpoint;
import org.trainingexporter.http.api.endpoint.StatsEndpoint;
import org.trainingexporter.http.api.rank.RanksEndpoint;
import org.trainingexporter.http.api.stream.StreamHandler;
import org.trainingexporter.http.handler.WorkerHandler;
import org.trainingexporter.plots.Plots;

/** The paths of the API and their handlers. */
public final class Api {
  /** Paths whose replies need a run's logs to be read again. */
  public static final List<String> READS_LOGS =
      List.of(
          "/api/plots", "/api/plots.csv", "/api/plots.png", "/api/errors", "/api/layers/history");

  private Api() {}

  /** Handlers by path. Every path begins with {@code /api/}, and every handler uses a worker. */
  public static Map<String, HttpHandler> routes(ApiContext context) {
    Map<String, HttpHandler> routes = new HashMap<>();
    routes.put("/api/runs", new JsonHandler(new RunsEndpoint(context)));
    routes.put("/api/stats", new JsonHandler(new StatsEndpoint(context)));
    routes.put(
        "/api/checkpoints", new JsonHandler(new RunEndpoint(context, CheckpointsEndpoint::write)));
    routes.put("/api/events", new JsonHandler(new RunEndpoint(context, EventsEndpoint::write)));
    routes.put("/api/experts", new JsonHandler(new RunEndpoint(context, ExpertsEndpoint::write)));
    routes.put("/api/layers", new JsonHandler(new RunEndpoint(context, LayersEndpoint::write)));
    routes.put("/api/ranks", new JsonHandler(new RunEndpoint(context, RanksEndpoint::write)));
    routes.put("/api/gpu", new JsonHandler(new GpuEndpoint(context)));
    Plots plots = context.plots();
    routes.put("/api/plots", new AsyncEndpointHandler<>(plots::ask, new PlotsEndpoint(context)));
    routes.put("/api/plots.csv", TableEndpoint.handler(context));
    routes.put("/api/plots.png", PictureEndpoint.handler(context));
    routes.put(
        "/api/errors", new AsyncEndpointHandler<>(plots::errors, new ErrorsEndpoint(context)));
    routes.put(
        "/api/layers/history",
        new AsyncEndpointHandler<>(plots::ask, new LayerHistoryEndpoint(context)));
    routes.put("/api/stream", new StreamHandler(context));
    routes.replaceAll((path, handler) -> new WorkerHandler(handler));
    return routes;
  }
}
