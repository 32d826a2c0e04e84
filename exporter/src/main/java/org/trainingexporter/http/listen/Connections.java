package org.trainingexporter.http.listen;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import org.xnio.StreamConnection;
import org.xnio.XnioExecutor;

/**
 * All connections. Accepts new ones up to the limits, at first in place of useless ones, and closes
 * those that are past a deadline. Connections are added on one I/O thread; the rest is safe for
 * many threads.
 */
final class Connections {
  private static final long BETWEEN_BREAKS_NANOS = 20_000_000L;

  private final HttpLimits limits;
  private final IntSupplier queuedTasks;
  private final Map<InetSocketAddress, ClientConnection> open = new ConcurrentHashMap<>();
  private final AtomicLong waiting = new AtomicLong();
  private final AtomicLong brokenAt = new AtomicLong(System.nanoTime());
  private boolean checking;

  /**
   * @param queuedTasks how many tasks wait for a worker
   */
  Connections(HttpLimits limits, IntSupplier queuedTasks) {
    this.limits = limits;
    this.queuedTasks = queuedTasks;
  }

  HttpLimits limits() {
    return limits;
  }

  Optional<ClientConnection> of(InetSocketAddress peer) {
    return Optional.ofNullable(open.get(peer));
  }

  /** Empty if the connection is refused. */
  Optional<ClientConnection> admit(StreamConnection socket) {
    InetSocketAddress peer = socket.getPeerAddress(InetSocketAddress.class);
    if (peer == null || !makeRoom(peer.getAddress())) {
      return Optional.empty();
    }
    ClientConnection connection = new ClientConnection(socket, peer);
    open.put(peer, connection);
    if (!checking) {
      checking = true;
      checkLater(socket.getIoThread());
    }
    return Optional.of(connection);
  }

  private boolean makeRoom(InetAddress client) {
    if (open.size() < Math.min(limits.connections(), limits.connectionsPerClient())) {
      return true;
    }
    removeClosed();
    Map<InetAddress, Integer> counts = new HashMap<>();
    open.values().forEach(connection -> counts.merge(connection.client(), 1, Integer::sum));
    if (counts.getOrDefault(client, 0) >= limits.connectionsPerClient()) {
      return replace(client);
    }
    if (open.size() < limits.connections()) {
      return true;
    }
    return replace(
        counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey());
  }

  /** Closes the least useful connection of a client, if one has been useless for some time. */
  private boolean replace(InetAddress client) {
    long now = System.nanoTime();
    Optional<ClientConnection> worst =
        open.values().stream()
            .filter(connection -> connection.client().equals(client))
            .max(Comparator.comparingLong(connection -> connection.useless(now)))
            .filter(connection -> connection.useless(now) > 0);
    worst.ifPresent(this::close);
    return worst.isPresent();
  }

  private void removeClosed() {
    open.values()
        .removeIf(
            connection -> {
              boolean closed = !connection.isOpen();
              if (closed) {
                connection.endReplies();
              }
              return closed;
            });
  }

  private void close(ClientConnection connection) {
    open.remove(connection.peer(), connection);
    connection.close();
  }

  private void checkLater(XnioExecutor thread) {
    try {
      long millis = limits.check().toMillis();
      XnioExecutor.Key unused =
          thread.executeAfter(() -> check(thread), millis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closing) {
      checking = false;
    }
  }

  /** Runs on the I/O thread, and only while there are connections. */
  private void check(XnioExecutor thread) {
    long now = System.nanoTime();
    removeClosed();
    open.values().stream()
        .filter(connection -> connection.isOverdue(limits, now))
        .toList()
        .forEach(this::close);
    if (open.isEmpty()) {
      checking = false;
    } else {
      checkLater(thread);
    }
  }

  void addWaiting(long bytes) {
    if (waiting.addAndGet(bytes) > limits.waitingBytes() && bytes > 0) {
      breakSlowest();
    }
  }

  /** Closes the connection that has not read for the longest time, if that is a second or more. */
  private void breakSlowest() {
    long now = System.nanoTime();
    long before = brokenAt.get();
    if (now - before < BETWEEN_BREAKS_NANOS || !brokenAt.compareAndSet(before, now)) {
      return;
    }
    open.values().stream()
        .filter(ClientConnection::holdsMemory)
        .max(Comparator.comparingLong(connection -> connection.silent(now)))
        .filter(connection -> connection.silent(now) > ClientConnection.SLOW_NANOS)
        .ifPresent(this::close);
  }

  boolean isOverloaded() {
    if (waiting.get() > limits.waitingBytes()) {
      breakSlowest();
    }
    return waiting.get() > 2 * limits.waitingBytes()
        || queuedTasks.getAsInt() > limits.queuedTasks();
  }

  long waitingBytes() {
    return waiting.get();
  }

  int count() {
    removeClosed();
    return open.size();
  }
}
