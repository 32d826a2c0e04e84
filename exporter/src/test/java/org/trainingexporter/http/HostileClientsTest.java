package org.trainingexporter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prometheus.client.Gauge;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.trainingexporter.http.listen.HttpLimits;

/** Clients that claim more than they need. Each test ends by deadlines of some seconds at most. */
final class HostileClientsTest {
  private static final Duration SOON = Duration.ofMillis(300);
  private static final Duration OFTEN = Duration.ofMillis(20);

  /** Long enough that what stands still is seen before it is cut off. */
  private static final Duration STALL = Duration.ofSeconds(3);

  private static final Duration LONG = Duration.ofSeconds(60);

  private static final HttpLimits IMPATIENT = HttpLimits.standard().within(SOON, STALL, OFTEN);

  @AutoClose private final RawClients clients = new RawClients();

  @Test
  void body_of_a_get_is_not_waited_for() throws Exception {
    try (TestServer server = new TestServer(HttpLimits.standard())) {
      for (int i = 0; i < 45; i++) {
        Socket socket = clients.connect(server, 1);
        RawClients.send(socket, "GET /metrics HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n");
        String answer = RawClients.untilEnd(socket);

        assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
        assertTrue(answer.contains("Connection: close"), answer);
      }
      assertEquals(200, server.get("/metrics").statusCode());
    }
  }

  @Test
  void headers_that_never_end_are_cut_off_at_their_deadline() throws Exception {
    try (TestServer server = new TestServer(IMPATIENT)) {
      Socket socket = clients.connect(server, 1);
      RawClients.send(socket, "GET /metrics HTTP/1.1\r\nHost: x\r\n");

      assertEquals("", RawClients.untilEnd(socket));
    }
  }

  @Test
  void reader_that_stands_still_is_cut_off_and_its_bytes_are_freed() throws Exception {
    try (TestServer server = new TestServer(IMPATIENT)) {
      register(server);
      for (int i = 0; i < 6; i++) {
        RawClients.send(clients.connect(server, 1), "GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n");
      }
      RawClients.await(() -> server.listener().waitingBytes() > 0);

      RawClients.await(() -> server.listener().waitingBytes() == 0);
      RawClients.await(() -> server.listener().connections() == 0);
      assertEquals(200, server.get("/metrics?name[]=loss").statusCode());
    }
  }

  @Test
  void slowest_readers_give_way_when_too_many_bytes_wait() throws Exception {
    HttpLimits few = HttpLimits.standard().within(LONG, LONG, OFTEN).atMost(512, 256, 1 << 20);
    try (TestServer server = new TestServer(few)) {
      register(server);
      for (int i = 0; i < 6; i++) {
        RawClients.send(clients.connect(server, 1), "GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n");
      }
      RawClients.await(() -> server.listener().waitingBytes() > 1 << 20);

      RawClients.await(() -> server.get("/metrics?name[]=loss").statusCode() == 200);
      RawClients.await(
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
        RawClients.send(clients.connect(server, 1), request.repeat(4));
      }
      RawClients.await(() -> server.listener().waitingBytes() > 1 << 20);

      assertTimeoutPreemptively(
          Duration.ofSeconds(30),
          () -> assertEquals(200, server.get("/metrics?name[]=loss").statusCode()));
    }
  }

  @Test
  void client_with_too_many_connections_is_refused_and_others_are_not() throws Exception {
    HttpLimits few = HttpLimits.standard().within(LONG, LONG, OFTEN).atMost(8, 4, 1 << 20);
    try (TestServer server = new TestServer(few)) {
      for (int i = 0; i < 20; i++) {
        clients.connect(server, 2);
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
        clients.connect(server, 1);
      }
      RawClients.await(() -> server.get("/metrics").statusCode() == 200);
      assertTrue(server.listener().connections() <= 4);
    }
  }

  private static void register(TestServer server) {
    Gauge many = Gauge.build("many", "Many.").labelNames("of").register(server.registry);
    for (int i = 0; i < 60_000; i++) {
      many.labels("one of very many label values, each of which is long, number " + i).set(i);
    }
  }
}
