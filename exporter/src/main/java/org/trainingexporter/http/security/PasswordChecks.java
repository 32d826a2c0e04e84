package org.trainingexporter.http.security;

import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import org.trainingexporter.http.listen.OneThread;

/**
 * Verifies passwords on a thread of its own, one after the other: nothing else waits for it. Few
 * may wait, and fewer of one client. The same credentials are verified once, whoever gives them.
 * Safe for many threads.
 */
final class PasswordChecks implements AutoCloseable {
  static final int MOST_WAITING = 16;
  static final int MOST_OF_A_CLIENT = 4;

  private final Passwords passwords;
  private final Map<Credentials, CompletableFuture<Boolean>> pending = new ConcurrentHashMap<>();
  private final Map<InetAddress, Integer> waiting = new ConcurrentHashMap<>();
  private final ThreadPoolExecutor hashing =
      OneThread.named("http passwords", new ArrayBlockingQueue<>(MOST_WAITING));

  PasswordChecks(Passwords passwords) {
    this.passwords = passwords;
  }

  /** Whether the credentials are right; empty if too many wait. */
  Optional<CompletableFuture<Boolean>> verify(Credentials given, InetAddress client) {
    CompletableFuture<Boolean> mine = new CompletableFuture<>();
    CompletableFuture<Boolean> other = pending.putIfAbsent(given, mine);
    if (other != null) {
      return Optional.of(other);
    }
    if (waiting.merge(client, 1, Integer::sum) > MOST_OF_A_CLIENT) {
      done(given, client);
      mine.cancel(false);
      return Optional.empty();
    }
    try {
      hashing.execute(() -> verify(given, client, mine));
      return Optional.of(mine);
    } catch (RejectedExecutionException full) {
      done(given, client);
      mine.cancel(false);
      return Optional.empty();
    }
  }

  private void verify(Credentials given, InetAddress client, CompletableFuture<Boolean> result) {
    boolean right = false;
    try {
      right = passwords.verify(given);
    } finally {
      done(given, client);
      result.complete(right);
    }
  }

  private void done(Credentials given, InetAddress client) {
    pending.remove(given);
    waiting.computeIfPresent(client, (c, count) -> count == 1 ? null : count - 1);
  }

  @Override
  public void close() {
    hashing.shutdownNow();
  }
}
