package org.trainingexporter.http.api.endpoint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.trainingexporter.http.api.answer.ApiContext;
import org.trainingexporter.http.api.answer.Endpoint;
import org.trainingexporter.http.api.answer.JsonWriter;
import org.trainingexporter.http.api.answer.Parameters;
import org.trainingexporter.http.api.answer.Problem;
import org.trainingexporter.run.RunSnapshot;

/** An endpoint that writes one part of a run's snapshot, after the run's name. */
public final class RunEndpoint implements Endpoint {
  /** Writes the part. */
  public interface Body {
    void write(JsonWriter json, RunSnapshot run) throws IOException;
  }

  private final ApiContext model;
  private final Body body;

  public RunEndpoint(ApiContext model, Body body) {
    this.model = model;
    this.body = body;
  }

  @Override
  public JsonWriter.JsonPart answer(Parameters parameters) throws Problem {
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
