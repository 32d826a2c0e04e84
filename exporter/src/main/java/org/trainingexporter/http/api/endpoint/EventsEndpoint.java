package org.trainingexporter.http.api.endpoint;

import java.io.IOException;
import org.trainingexporter.http.api.answer.JsonWriter;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.run.event.RunEvent;

/** {@code api/events}: the events of a run, newest first. */
public final class EventsEndpoint {
  private EventsEndpoint() {}

  public static void write(JsonWriter json, RunSnapshot run) throws IOException {
    json.<RunEvent>objects("events", RunEndpoint.newestFirst(run.events()), EventsEndpoint::write);
  }

  static void write(JsonWriter json, RunEvent event) throws IOException {
    json.text("id", event.id());
    json.text("type", event.type());
    json.number("step", event.step());
    json.number("time", event.time());
    json.text("message", event.message());
  }
}
