package org.trainingexporter.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Clients that write bytes of their own to a server, and what the server does with them. */
final class RawClients implements AutoCloseable {
  private static final Duration BOUND = Duration.ofSeconds(45);

  private final List<Socket> sockets = new ArrayList<>();

  /**
   * A client with small buffers, so that the server's are soon full; {@code from} ends its address.
   */
  Socket connect(TestServer server, int from) throws IOException {
    Socket socket = new Socket();
    sockets.add(socket);
    socket.setReceiveBufferSize(4_096);
    socket.setSoTimeout((int) BOUND.toMillis());
    socket.bind(
        new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) from}), 0));
    socket.connect(server.address());
    return socket;
  }

  static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** All that comes until the connection ends; by a reset where the server left bytes unread. */
  static String untilEnd(Socket socket) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(read);
    } catch (SocketException reset) {
      // It is the end.
    }
    return read.toString(StandardCharsets.US_ASCII);
  }

  /** Something that will be so. */
  interface Condition {
    boolean isMet() throws Exception;
  }

  static void await(Condition condition) throws Exception {
    long end = System.nanoTime() + BOUND.toNanos();
    while (System.nanoTime() < end) {
      try {
        if (condition.isMet()) {
          return;
        }
      } catch (IOException refused) {
        // not yet
      }
      LockSupport.parkNanos(1_000_000);
    }
    throw new AssertionError("It was not so after " + BOUND);
  }

  @Override
  public void close() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
