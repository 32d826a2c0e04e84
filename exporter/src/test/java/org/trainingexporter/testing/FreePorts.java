package org.trainingexporter.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for servers that are told where to listen, or that come back to where they were. The system
 * gives out none of them by itself, and tests that run beside these begin at others.
 */
public final class FreePorts {
  private static final int FIRST = 20_000;
  private static final int BELOW = 32_000;

  private static final AtomicInteger NEXT =
      new AtomicInteger((int) (ProcessHandle.current().pid() * 97 % (BELOW - FIRST)));

  private FreePorts() {}

  /** A loopback port that nobody listens on, another one each time. Any number of threads. */
  public static int next() throws IOException {
    for (int tried = FIRST; tried < BELOW; tried++) {
      int port = FIRST + NEXT.getAndIncrement() % (BELOW - FIRST);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException taken) {
        // The next one.
      }
    }
    throw new IOException("no port is free");
  }
}
