package org.trainingexporter.http.api;

import io.undertow.server.HttpHandler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trainingexporter.http.OnWorker;
import org.trainingexporter.plots.Plots;

/** Which path of the API is answered by what. */
public final class Api {
  /** Paths for which a run's logs are read once more. */
  public static final List<String> READS_LOGS =
      List.of("/api/plots", "/api/errors", "/api/layers/history");

  private Api() {}

  /** By path, each of which begins with {@code /api/}. */
  public static Map<String, HttpHandler> routes(Model model) {
    Map<String, HttpHandler> routes = new HashMap<>();
    routes.put("/api/runs", new JsonHandler(new Runs(model)));
    routes.put("/api/stats", new JsonHandler(new Stats(model)));
    routes.put("/api/checkpoints", new JsonHandler(new RunPage(model, Checkpoints::write)));
    routes.put("/api/events", new JsonHandler(new RunPage(model, Events::write)));
    routes.put("/api/experts", new JsonHandler(new RunPage(model, Experts::write)));
    routes.put("/api/layers", new JsonHandler(new RunPage(model, Layers::write)));
    routes.put("/api/gpu", new JsonHandler(new Gpus(model)));
    Plots plots = model.plots();
    routes.put("/api/plots", new LaterHandler<>(plots::ask, new PlotsPage(model)));
    routes.put("/api/errors", new LaterHandler<>(plots::ask, new ErrorsPage(model)));
    routes.put("/api/layers/history", new LaterHandler<>(plots::ask, new LayerHistoryPage(model)));
    routes.put("/api/stream", new StreamHandler(model));
    routes.replaceAll((path, handler) -> new OnWorker(handler));
    return routes;
  }
}
