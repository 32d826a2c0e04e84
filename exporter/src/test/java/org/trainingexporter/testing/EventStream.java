package org.trainingexporter.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;

/** Reads server-sent events as a browser does: waits for the next, remembers the last id. */
public final class EventStream implements AutoCloseable {
  /** One event. */
  public record Event(String type, String data) {}

  private final BufferedReader lines;
  private String lastId = "";

  public EventStream(InputStream in) {
    lines = new BufferedReader(new InputStreamReader(in, UTF_8));
  }

  /** The next event of that type; others are passed over. */
  public Event next(String type) throws IOException {
    return next(type, "");
  }

  /** The next event of that type whose data hold that text. */
  public Event next(String type, String part) throws IOException {
    Event event = next();
    while (!event.type.equals(type) || !event.data.contains(part)) {
      event = next();
    }
    return event;
  }

  private Event next() throws IOException {
    String type = "message";
    String data = "";
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.isEmpty()) {
        if (!data.isEmpty()) {
          return new Event(type, data);
        }
      } else if (line.startsWith("event:")) {
        type = line.substring("event:".length()).strip();
      } else if (line.startsWith("data:")) {
        data += line.substring("data:".length()).strip();
      } else if (line.startsWith("id:")) {
        lastId = line.substring("id:".length()).strip();
      }
    }
    throw new IOException("the stream has ended");
  }

  public String lastId() {
    return lastId;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
