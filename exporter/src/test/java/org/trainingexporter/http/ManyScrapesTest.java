package org.trainingexporter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.prometheus.client.Collector;
import io.prometheus.client.Gauge;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class ManyScrapesTest {
  private static final int LIMIT = 40;

  @Test
  void one_scrape_too_many_is_told_to_come_back_and_the_others_are_served() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    try (TestServer server = new TestServer()) {
      server.registry.register(new Gated(gate));
      List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
      for (int i = 0; i <= LIMIT; i++) {
        answers.add(
            server.client().sendAsync(server.request("/metrics").build(), BodyHandlers.ofString()));
      }

      HttpResponse<?> first =
          (HttpResponse<?>)
              CompletableFuture.anyOf(answers.toArray(CompletableFuture<?>[]::new)).join();
      assertEquals(503, first.statusCode());
      assertEquals("1", first.headers().firstValue("Retry-After").orElseThrow());
      assertEquals(200, server.get("/health").statusCode());

      gate.countDown();
      long served = answers.stream().filter(answer -> answer.join().statusCode() == 200).count();
      assertEquals(LIMIT, served);
      assertEquals(200, server.get("/metrics").statusCode());
    } finally {
      gate.countDown();
    }
  }

  @Test
  void clients_that_hang_up_give_their_places_back() throws Exception {
    try (TestServer server = new TestServer()) {
      Gauge many = Gauge.build("many", "Many.").labelNames("of").register(server.registry);
      for (int i = 0; i < 20_000; i++) {
        many.labels("one of very many label values, number " + i).set(i);
      }
      for (int i = 0; i <= LIMIT; i++) {
        askAndHangUp(server);
        assertEquals(200, server.get("/metrics?name[]=loss").statusCode());
      }
    }
  }

  private static void askAndHangUp(TestServer server) throws IOException {
    try (Socket socket = new Socket("localhost", server.address().getPort())) {
      socket.setSoLinger(true, 0);
      socket
          .getOutputStream()
          .write("GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      assertEquals('H', socket.getInputStream().read());
    }
  }

  /** Answers only once the gate is open. */
  private static final class Gated extends Collector {
    private final CountDownLatch gate;

    Gated(CountDownLatch gate) {
      this.gate = gate;
    }

    @Override
    public List<MetricFamilySamples> collect() {
      try {
        gate.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return List.of();
    }
  }
}
