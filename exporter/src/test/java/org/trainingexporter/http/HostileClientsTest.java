package org.trainingexporter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prometheus.client.Gauge;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.trainingexporter.http.listen.HttpLimits;

/** Clients that claim more than they need. Each test ends by deadlines of some hundred millis. */
final class HostileClientsTest {
  private static final Duration SOON = Duration.ofMillis(300);
  private static final Duration OFTEN = Duration.ofMillis(20);
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration BOUND = Duration.ofSeconds(20);

  private static final HttpLimits IMPATIENT = HttpLimits.standard().within(SOON, SOON, OFTEN);

  private final List<Socket> sockets = new ArrayList<>();

  @AfterEach
  void hangUp() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  @Test
  void body_of_a_get_is_not_waited_for() throws Exception {
    try (TestServer server = new TestServer(HttpLimits.standard())) {
      for (int i = 0; i < 45; i++) {
        Socket socket = connect(server, 1);
        send(socket, "GET /metrics HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n");
        String answer = untilEnd(socket);

        assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
        assertTrue(answer.contains("Connection: close"), answer);
      }
      assertEquals(200, server.get("/metrics").statusCode());
    }
  }

  @Test
  void headers_that_never_end_are_cut_off_at_their_deadline() throws Exception {
    try (TestServer server = new TestServer(IMPATIENT)) {
      Socket socket = connect(server, 1);
      send(socket, "GET /metrics HTTP/1.1\r\nHost: x\r\n");

      assertEquals("", untilEnd(socket));
    }
  }

  @Test
  void reader_that_stands_still_is_cut_off_and_its_bytes_are_freed() throws Exception {
    try (TestServer server = new TestServer(IMPATIENT)) {
      register(server);
      for (int i = 0; i < 6; i++) {
        send(connect(server, 1), "GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n");
      }
      await(() -> server.listener().waitingBytes() > 0);

      await(() -> server.listener().waitingBytes() == 0);
      await(() -> server.listener().connections() == 0);
      assertEquals(200, server.get("/metrics?name[]=loss").statusCode());
    }
  }

  @Test
  void slowest_readers_give_way_when_too_many_bytes_wait() throws Exception {
    HttpLimits few = HttpLimits.standard().within(LONG, LONG, OFTEN).atMost(512, 256, 1 << 20);
    try (TestServer server = new TestServer(few)) {
      register(server);
      for (int i = 0; i < 6; i++) {
        send(connect(server, 1), "GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n");
      }
      await(() -> server.listener().waitingBytes() > 1 << 20);

      await(() -> server.get("/metrics?name[]=loss").statusCode() == 200);
      await(
          () -> {
            server.get("/metrics?name[]=loss");
            return server.listener().waitingBytes() <= 1 << 20;
          });
    }
  }

  @Test
  void workers_are_free_while_many_read_slowly() throws Exception {
    try (TestServer server = new TestServer(HttpLimits.standard().within(LONG, LONG, OFTEN))) {
      register(server);
      for (int i = 0; i < 8; i++) {
        String request = "GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n";
        send(connect(server, 1), request.repeat(4));
      }
      await(() -> server.listener().waitingBytes() > 1 << 20);

      assertTimeoutPreemptively(
          Duration.ofSeconds(5),
          () -> assertEquals(200, server.get("/metrics?name[]=loss").statusCode()));
    }
  }

  @Test
  void client_with_too_many_connections_is_refused_and_others_are_not() throws Exception {
    HttpLimits few = HttpLimits.standard().within(LONG, LONG, OFTEN).atMost(8, 4, 1 << 20);
    try (TestServer server = new TestServer(few)) {
      for (int i = 0; i < 20; i++) {
        connect(server, 2);
      }
      assertEquals(200, server.get("/metrics").statusCode());
      assertTrue(server.listener().connections() <= 5);
    }
  }

  @Test
  void idle_connections_give_way_to_new_ones() throws Exception {
    HttpLimits few = HttpLimits.standard().within(LONG, LONG, OFTEN).atMost(4, 4, 1 << 20);
    try (TestServer server = new TestServer(few)) {
      for (int i = 0; i < 4; i++) {
        connect(server, 1);
      }
      await(() -> server.get("/metrics").statusCode() == 200);
      assertTrue(server.listener().connections() <= 4);
    }
  }

  private static void register(TestServer server) {
    Gauge many = Gauge.build("many", "Many.").labelNames("of").register(server.registry);
    for (int i = 0; i < 60_000; i++) {
      many.labels("one of very many label values, each of which is long, number " + i).set(i);
    }
  }

  /**
   * A client with small buffers, so that the server's are soon full; {@code from} ends its address.
   */
  private Socket connect(TestServer server, int from) throws IOException {
    Socket socket = new Socket();
    sockets.add(socket);
    socket.setReceiveBufferSize(4_096);
    socket.setSoTimeout((int) BOUND.toMillis());
    socket.bind(
        new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) from}), 0));
    socket.connect(server.address());
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String untilEnd(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
  }

  /** Something that will be so. */
  private interface Condition {
    boolean isMet() throws Exception;
  }

  private static void await(Condition condition) throws Exception {
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
}
