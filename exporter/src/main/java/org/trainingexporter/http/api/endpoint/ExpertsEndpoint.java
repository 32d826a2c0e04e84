package org.trainingexporter.http.api.endpoint;

import java.io.IOException;
import org.trainingexporter.http.api.answer.JsonWriter;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.run.layer.ExpertLoads;

/** {@code api/experts}: how tokens are distributed to experts, by the latest record of a layer. */
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

  /** NaN if the log counts the dead experts of all layers together. */
  private static double dead(RunSnapshot run, ExpertLoads layer) {
    return run.deadExperts().getOrDefault(layer.layer(), Double.NaN);
  }
}
