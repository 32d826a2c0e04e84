package org.trainingexporter.http.api.stream;

import io.undertow.server.handlers.sse.ServerSentEventConnection;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.trainingexporter.plots.curve.CurveUpdate;

/**
 * One open stream: what its page asked for, and what it has been sent. A slow client gets nothing
 * new until it has received what is in flight, so that no backlog builds up.
 */
final class StreamClient {
  private static final int MAX_IN_FLIGHT = 8;

  /** One server-sent event. */
  record Message(String event, String data) {}

  final List<String> runs;
  final List<String> signals;
  private final ServerSentEventConnection connection;
  private final long knownBefore;
  private final Map<String, Long> known = new HashMap<>();
  private final Map<String, String> tags = new HashMap<>();
  private final Set<String> gone = new HashSet<>();
  private final AtomicInteger inFlight = new AtomicInteger();

  /** The tick in which it was sent something last. */
  private long lastSent = Long.MIN_VALUE;

  /**
   * @param knownBefore number of the last update that it received on an earlier stream
   */
  StreamClient(
      ServerSentEventConnection connection,
      List<String> runs,
      List<String> signals,
      long knownBefore) {
    this.connection = connection;
    this.runs = runs;
    this.signals = signals;
    this.knownBefore = knownBefore;
  }

  boolean isOpen() {
    return connection.isOpen();
  }

  boolean isReady() {
    return inFlight.get() < MAX_IN_FLIGHT;
  }

  boolean isNew() {
    return tags.isEmpty();
  }

  /** The number of the last update of a run that it received. */
  long received(String run) {
    return known.getOrDefault(run, knownBefore);
  }

  void setReceived(String run, long number) {
    known.put(run, number);
  }

  /** Whether the client does not have this version yet; remembers it as sent. */
  boolean needs(String what, String tag) {
    return !tag.equals(tags.put(what, tag));
  }

  /** Whether the run is newly gone; remembers that. */
  boolean markGone(String run) {
    tags.keySet().removeIf(what -> what.equals(run) || what.endsWith(", " + run + "]"));
    known.put(run, CurveUpdate.NEWCOMER);
    return gone.add(run);
  }

  void markFound(String run) {
    gone.remove(run);
  }

  /**
   * Whether it may be sent something in this tick. A client that always has something new gets it
   * in every other one.
   */
  boolean isDue(long tick) {
    return tick % 2 == 0 || lastSent < tick - 1;
  }

  /** Sends messages in order. Only the last has the ID, as it implies that all were received. */
  void send(List<Message> messages, String id, long tick) {
    lastSent = tick;
    for (int i = 0; i < messages.size(); i++) {
      Message message = messages.get(i);
      boolean last = i == messages.size() - 1;
      inFlight.incrementAndGet();
      connection.send(message.data, message.event, last ? id : null, new Countdown());
    }
  }

  private final class Countdown implements ServerSentEventConnection.EventCallback {
    @Override
    public void done(ServerSentEventConnection to, String data, String event, String id) {
      inFlight.decrementAndGet();
    }

    @Override
    public void failed(
        ServerSentEventConnection to, String data, String event, String id, IOException e) {
      inFlight.decrementAndGet();
    }
  }
}
