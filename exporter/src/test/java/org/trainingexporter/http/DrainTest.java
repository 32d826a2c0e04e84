package org.trainingexporter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prometheus.client.Collector;
import io.prometheus.client.Collector.MetricFamilySamples;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that is closed finishes what it has begun. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class DrainTest {
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  private final class SlowCollector extends Collector {
    @Override
    public List<MetricFamilySamples> collect() {
      begun.countDown();
      try {
        goOn.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return List.of();
    }
  }

  @Test
  void a_scrape_in_progress_ends_as_a_whole_and_new_ones_are_rejected() throws Exception {
    TestServer server = new TestServer();
    server.registry.register(new SlowCollector());
    CompletableFuture<HttpResponse<String>> scrape =
        server
            .client()
            .sendAsync(server.request("/metrics").build(), HttpResponse.BodyHandlers.ofString());
    begun.await();
    CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close);
    HttpResponse<String> late = server.get("/health");
    while (late.statusCode() == 200) {
      late = server.get("/health");
    }
    assertEquals(503, late.statusCode());
    assertEquals("The exporter is shutting down.\n", late.body());
    goOn.countDown();
    assertEquals(200, scrape.get().statusCode());
    assertTrue(scrape.get().body().contains("loss{run=\"a\",} 2.5"));
    closing.get();
  }
}
