package org.trainingexporter.http.listen;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;

/**
 * One connection of a client: in which phase it is and since when. Times are those of {@link
 * System#nanoTime}. Safe for many threads.
 */
final class ClientConnection {
  /** A handshake or first request that is younger is never closed in favour of another one. */
  static final long GRACE_NANOS = 200_000_000L;

  /** A reader that has read something since is never closed in favour of another one. */
  static final long SLOW_NANOS = 1_000_000_000L;

  private final InetSocketAddress peer;
  private final StreamConnection socket;
  private final long opened = System.nanoTime();
  private final Set<ReplyMeter> replies = ConcurrentHashMap.newKeySet();
  private volatile StreamConnection channel;
  private volatile boolean secured;
  private volatile boolean served;
  private volatile boolean blocked;
  private volatile long idleSince = opened;
  private volatile long wroteAt = opened;

  ClientConnection(StreamConnection socket, InetSocketAddress peer) {
    this.socket = socket;
    this.channel = socket;
    this.peer = peer;
  }

  /** The channel that is closed, which under TLS is the one around the socket. */
  void setChannel(StreamConnection outer) {
    channel = outer;
  }

  InetSocketAddress peer() {
    return peer;
  }

  InetAddress client() {
    return peer.getAddress();
  }

  boolean isOpen() {
    return socket.isOpen();
  }

  /** The handshake is over, or none is needed. */
  void setSecured() {
    secured = true;
  }

  void add(ReplyMeter reply) {
    served = true;
    replies.add(reply);
  }

  void remove(ReplyMeter reply) {
    replies.remove(reply);
    idleSince = System.nanoTime();
  }

  int requests() {
    return replies.size();
  }

  /**
   * Some bytes of a reply were offered to the socket.
   *
   * @param progress whether it accepted any
   * @param rest whether it left some
   */
  void wrote(boolean progress, boolean rest) {
    if (progress || !blocked) {
      wroteAt = System.nanoTime();
    }
    blocked = rest;
  }

  /** Nanoseconds since the client has read anything of a reply that waits for it, else 0. */
  long stalled(long now) {
    long most = 0;
    for (ReplyMeter reply : replies) {
      if (reply.waits()) {
        most = Math.max(most, now - Math.max(reply.started(), wroteAt));
      }
    }
    return most;
  }

  /** Whether replies hold memory that the client could free by reading them. */
  boolean holdsMemory() {
    return replies.stream().anyMatch(ReplyMeter::holdsMemory);
  }

  /** Nanoseconds since the client has read anything of what it is sent. */
  long silent(long now) {
    long newest = wroteAt;
    for (ReplyMeter reply : replies) {
      newest = Math.max(newest, reply.started());
    }
    return now - newest;
  }

  /**
   * How readily it is closed to make room for another connection: never if 0, else the nanoseconds
   * it has been of no use. Connections that have not made a request go first.
   */
  long useless(long now) {
    if (!replies.isEmpty()) {
      return 0;
    }
    if (!served) {
      long age = now - opened;
      return age < GRACE_NANOS ? 0 : Long.MAX_VALUE / 2 + age;
    }
    long idle = now - idleSince;
    return idle < SLOW_NANOS ? 0 : idle;
  }

  /** Whether a deadline has passed. */
  boolean isOverdue(HttpLimits limits, long now) {
    if (!secured) {
      return now - opened > limits.handshake().toNanos();
    }
    if (replies.isEmpty()) {
      return now - idleSince > limits.idle().toNanos();
    }
    long stall = limits.stall().toNanos();
    return (blocked && now - wroteAt > stall)
        || stalled(now) > stall
        || replies.stream().anyMatch(reply -> reply.age(now) > limits.reply().toNanos());
  }

  /** Closes it on its own thread. The requests in progress end too. */
  void close() {
    StreamConnection closed = channel;
    socket.getIoThread().execute(() -> IoUtils.safeClose(closed, socket));
    endReplies();
  }

  /** Undertow does not end every request that was reset before its reply began. */
  void endReplies() {
    replies.forEach(ReplyMeter::end);
  }
}
