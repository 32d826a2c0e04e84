package org.trainingexporter.http.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.trainingexporter.run.RunSnapshot;

/** A page that tells one part of a run's snapshot, under the run's name. */
final class RunPage implements Page {
  /** Writes that part. */
  interface Body {
    void write(Json json, RunSnapshot run) throws IOException;
  }

  private final Model model;
  private final Body body;

  RunPage(Model model, Body body) {
    this.model = model;
    this.body = body;
  }

  @Override
  public Json.Part answer(Parameters parameters) throws Problem {
    RunSnapshot run = model.run(parameters.run());
    return json ->
        json.object(
            it -> {
              it.text("run", run.identity().name());
              body.write(it, run);
            });
  }

  static <T> List<T> newestFirst(List<T> oldestFirst) {
    List<T> reversed = new ArrayList<>(oldestFirst);
    Collections.reverse(reversed);
    return reversed;
  }
}
