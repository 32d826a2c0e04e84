package org.trainingexporter.http.api.endpoint;

import java.io.IOException;
import org.trainingexporter.http.api.answer.JsonWriter;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.run.layer.ExpertLoads;

/** {@code api/experts}: how each layer's tokens are shared out by the newest record of it. */
public final class ExpertsEndpoint {
  private ExpertsEndpoint() {}

  public static void write(JsonWriter json, RunSnapshot run) throws IOException {
    json.<ExpertLoads>objects(
        "layers",
        run.experts(),
        (one, layer) -> {
          one.text("layer", layer.layer());
          one.texts("experts", layer.experts());
          one.<Double>list("load", layer.load(), (to, x) -> to.numberOrNull(x));
          one.number("dead", dead(run, layer));
          one.number("imbalance", layer.imbalance());
        });
  }

  /** Unknown where the log counts those of all layers together. */
  private static double dead(RunSnapshot run, ExpertLoads layer) {
    return run.deadExperts().getOrDefault(layer.layer(), Double.NaN);
  }
}
