package org.trainingexporter.http.api;

import java.io.IOException;
import org.trainingexporter.run.RunSnapshot;

/** {@code api/experts}: how each layer's tokens are shared out by the newest record of it. */
final class Experts {
  private Experts() {}

  static void write(Json json, RunSnapshot run) throws IOException {
    json.<RunSnapshot.ExpertLayer>objects(
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
  private static double dead(RunSnapshot run, RunSnapshot.ExpertLayer layer) {
    return run.deadExperts().getOrDefault(layer.layer(), Double.NaN);
  }
}
