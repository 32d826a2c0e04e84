package org.trainingexporter.http.api;

import java.io.IOException;
import org.trainingexporter.run.RunSnapshot;

/** {@code api/events}: what changed in a run, newest first. */
final class Events {
  private Events() {}

  static void write(Json json, RunSnapshot run) throws IOException {
    json.<RunSnapshot.Event>objects("events", RunPage.newestFirst(run.events()), Events::write);
  }

  static void write(Json json, RunSnapshot.Event event) throws IOException {
    json.text("id", event.id());
    json.text("type", event.type());
    json.number("step", event.step());
    json.number("time", event.time());
    json.text("message", event.message());
  }
}
