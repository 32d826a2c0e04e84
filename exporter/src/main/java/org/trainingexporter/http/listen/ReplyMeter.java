package org.trainingexporter.http.listen;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the bytes of a reply that wait for its reader. Safe for many threads. */
public final class ReplyMeter {
  private static final AttachmentKey<ReplyMeter> KEY = AttachmentKey.create(ReplyMeter.class);
  private static final String EVENTS = "text/event-stream";

  private final Connections connections;
  private final boolean multiplexed;
  private final AtomicLong waiting = new AtomicLong();
  private final List<Runnable> atEnd = new ArrayList<>();
  private volatile boolean measured;
  private volatile boolean started;
  private volatile boolean endless;
  private volatile boolean ended;
  private volatile long startedAt;

  ReplyMeter(Connections connections, boolean multiplexed) {
    this.connections = connections;
    this.multiplexed = multiplexed;
  }

  /** The meter of a reply of this server. */
  public static ReplyMeter of(HttpServerExchange exchange) {
    return exchange.getAttachment(KEY);
  }

  void attachTo(HttpServerExchange exchange) {
    exchange.putAttachment(KEY, this);
  }

  /**
   * The sender counts the bytes that it holds by itself, with {@link #add}; none if it shares them.
   */
  public void measureBySender() {
    measured = true;
  }

  /** So many more bytes wait, or fewer if negative. Breaks off the slowest readers if needed. */
  public synchronized void add(long bytes) {
    if (ended) {
      return;
    }
    waiting.addAndGet(bytes);
    connections.addWaiting(bytes);
  }

  /** Whether so much waits for readers, or for workers, that new requests are turned away. */
  public boolean isServerOverloaded() {
    return connections.isOverloaded();
  }

  /** The headers are about to be sent. A reply of known length lies in memory until it is read. */
  void start(HttpServerExchange exchange) {
    startedAt = System.nanoTime();
    started = true;
    String type = exchange.getResponseHeaders().getFirst(Headers.CONTENT_TYPE);
    endless = type != null && type.startsWith(EVENTS);
    if (!measured) {
      add(Math.max(0, exchange.getResponseContentLength()));
    }
  }

  /** Runs it when the reply is over, or its connection is, whichever is first. */
  public synchronized void onEnd(Runnable action) {
    if (ended) {
      action.run();
    } else {
      atEnd.add(action);
    }
  }

  synchronized void end() {
    ended = true;
    connections.addWaiting(-waiting.getAndSet(0));
    atEnd.forEach(Runnable::run);
    atEnd.clear();
  }

  long started() {
    return startedAt;
  }

  /** Whether bytes wait that the socket cannot tell of, as with flow control of HTTP/2. */
  boolean waits() {
    return started && multiplexed && waiting.get() > 0;
  }

  /** Whether it holds memory that its reader could free. */
  boolean holdsMemory() {
    return started && waiting.get() > 0;
  }

  /** Nanoseconds since it started, 0 before and for streams of events. */
  long age(long now) {
    return started && !endless ? now - startedAt : 0;
  }
}
