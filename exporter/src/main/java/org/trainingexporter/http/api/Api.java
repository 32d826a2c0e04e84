package org.trainingexporter.http.api;

import io.undertow.server.HttpHandler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trainingexporter.http.api.answer.ApiContext;
import org.trainingexporter.http.api.answer.AsyncEndpointHandler;
import org.trainingexporter.http.api.answer.JsonHandler;
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
import org.trainingexporter.http.api.stream.StreamHandler;
import org.trainingexporter.http.handler.WorkerHandler;
import org.trainingexporter.plots.Plots;

/** Which path of the API is answered by what. */
public final class Api {
  /** Paths for which a run's logs are read once more. */
  public static final List<String> READS_LOGS =
      List.of("/api/plots", "/api/errors", "/api/layers/history");

  private Api() {}

  /** By path, each of which begins with {@code /api/}. */
  public static Map<String, HttpHandler> routes(ApiContext model) {
    Map<String, HttpHandler> routes = new HashMap<>();
    routes.put("/api/runs", new JsonHandler(new RunsEndpoint(model)));
    routes.put("/api/stats", new JsonHandler(new StatsEndpoint(model)));
    routes.put(
        "/api/checkpoints", new JsonHandler(new RunEndpoint(model, CheckpointsEndpoint::write)));
    routes.put("/api/events", new JsonHandler(new RunEndpoint(model, EventsEndpoint::write)));
    routes.put("/api/experts", new JsonHandler(new RunEndpoint(model, ExpertsEndpoint::write)));
    routes.put("/api/layers", new JsonHandler(new RunEndpoint(model, LayersEndpoint::write)));
    routes.put("/api/gpu", new JsonHandler(new GpuEndpoint(model)));
    Plots plots = model.plots();
    routes.put("/api/plots", new AsyncEndpointHandler<>(plots::ask, new PlotsEndpoint(model)));
    routes.put("/api/errors", new AsyncEndpointHandler<>(plots::ask, new ErrorsEndpoint(model)));
    routes.put(
        "/api/layers/history",
        new AsyncEndpointHandler<>(plots::ask, new LayerHistoryEndpoint(model)));
    routes.put("/api/stream", new StreamHandler(model));
    routes.replaceAll((path, handler) -> new WorkerHandler(handler));
    return routes;
  }
}
