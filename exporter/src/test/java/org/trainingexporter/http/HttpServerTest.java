package org.trainingexporter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prometheus.client.CollectorRegistry;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class HttpServerTest {
  @Test
  void port_in_use_is_named_and_leaves_no_threads() throws Exception {
    try (TestServer first = new TestServer()) {
      Set<Thread> before = serverThreads();
      int port = first.address().getPort();

      IOException rejection =
          assertThrows(
              IOException.class,
              () ->
                  HttpServer.start(
                      new InetSocketAddress("localhost", port),
                      new HttpSources(
                          new CollectorRegistry(), Optional::empty, TestServer.model(List::of)),
                      "",
                      Optional.empty()));

      assertEquals(
          "cannot listen on localhost:" + port + ": Address already in use",
          rejection.getMessage());
      assertEnded(serverThreads(), before);
    }
  }

  @Test
  void close_ends_all_threads_even_with_a_connection_open() throws Exception {
    Set<Thread> before = serverThreads();
    TestServer server = new TestServer();
    InetSocketAddress address = server.address();
    server.get("/metrics");
    Set<Thread> running = serverThreads();
    assertTrue(running.size() > before.size());

    server.close();

    assertEnded(running, before);
    assertThrows(ConnectException.class, () -> new Socket("localhost", address.getPort()).close());
  }

  @Test
  void oversized_header_is_cut_off() throws Exception {
    try (TestServer server = new TestServer();
        Socket socket = new Socket("localhost", server.address().getPort())) {
      socket.setSoTimeout(30_000);
      String request = "GET /health HTTP/1.1\r\nHost: x\r\nX-Long: " + "x".repeat(20_000);
      socket.getOutputStream().write((request + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));

      String answer = new String(readAll(socket), StandardCharsets.US_ASCII);

      assertFalse(answer.contains("healthy"), answer);
    }
  }

  private static byte[] readAll(Socket socket) {
    try {
      return socket.getInputStream().readAllBytes();
    } catch (IOException reset) {
      return new byte[0];
    }
  }

  private static Set<Thread> serverThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("http "))
        .collect(Collectors.toSet());
  }

  private static void assertEnded(Set<Thread> threads, Set<Thread> spared)
      throws InterruptedException {
    for (Thread thread : threads) {
      if (!spared.contains(thread)) {
        thread.join(10_000);
        assertFalse(thread.isAlive(), thread.getName());
      }
    }
  }
}
