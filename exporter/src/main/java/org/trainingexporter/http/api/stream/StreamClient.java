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
 * One stream to one page: what it asked for, and what it has been sent. A slow one is not sent
 * anything until it has taken what is under way, so that nothing piles up.
 */
final class StreamClient {
  private static final int MOST_UNDER_WAY = 8;

  /** One event. */
  record Message(String event, String data) {}

  final List<String> runs;
  final List<String> signals;
  private final ServerSentEventConnection connection;
  private final long heardBefore;
  private final Map<String, Long> heard = new HashMap<>();
  private final Map<String, String> tags = new HashMap<>();
  private final Set<String> gone = new HashSet<>();
  private final AtomicInteger underWay = new AtomicInteger();

  /**
   * @param heardBefore the number of the newest that it knows from a stream before
   */
  StreamClient(
      ServerSentEventConnection connection,
      List<String> runs,
      List<String> signals,
      long heardBefore) {
    this.connection = connection;
    this.runs = runs;
    this.signals = signals;
    this.heardBefore = heardBefore;
  }

  boolean isOpen() {
    return connection.isOpen();
  }

  boolean isReady() {
    return underWay.get() < MOST_UNDER_WAY;
  }

  boolean isNew() {
    return tags.isEmpty();
  }

  /** The number of the newest that it knows of a run. */
  long heard(String run) {
    return heard.getOrDefault(run, heardBefore);
  }

  void hears(String run, long number) {
    heard.put(run, number);
  }

  /** Whether it lacks the newest of something; from then on it has it. */
  boolean lacks(String what, String tag) {
    return !tag.equals(tags.put(what, tag));
  }

  /** Whether the run has gone since the last look. */
  boolean loses(String run) {
    tags.remove(run);
    heard.put(run, CurveUpdate.NEWCOMER);
    return gone.add(run);
  }

  void finds(String run) {
    gone.remove(run);
  }

  /** Sends them; who has got the last one has got them all, and only that one says so. */
  void send(List<Message> messages, String id) {
    for (int i = 0; i < messages.size(); i++) {
      Message message = messages.get(i);
      boolean last = i == messages.size() - 1;
      underWay.incrementAndGet();
      connection.send(message.data, message.event, last ? id : null, new Countdown());
    }
  }

  private final class Countdown implements ServerSentEventConnection.EventCallback {
    @Override
    public void done(ServerSentEventConnection to, String data, String event, String id) {
      underWay.decrementAndGet();
    }

    @Override
    public void failed(
        ServerSentEventConnection to, String data, String event, String id, IOException e) {
      underWay.decrementAndGet();
    }
  }
}
