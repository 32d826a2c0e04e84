package org.trainingexporter.http.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.trainingexporter.run.RunSnapshot;

/** {@code api/events}: what changed in a run, newest first. */
final class Events implements Page {
  private final Model model;

  Events(Model model) {
    this.model = model;
  }

  @Override
  public Json.Part answer(Parameters parameters) throws Problem {
    RunSnapshot run = model.run(parameters.run());
    List<RunSnapshot.Event> newestFirst = new ArrayList<>(run.events());
    Collections.reverse(newestFirst);
    return json ->
        json.object(
            it -> {
              it.text("run", run.identity().name());
              it.<RunSnapshot.Event>objects("events", newestFirst, Events::write);
            });
  }

  static void write(Json json, RunSnapshot.Event event) throws IOException {
    json.text("id", event.id());
    json.text("type", event.type());
    json.number("step", event.step());
    json.number("time", event.time());
    json.text("message", event.message());
  }
}
