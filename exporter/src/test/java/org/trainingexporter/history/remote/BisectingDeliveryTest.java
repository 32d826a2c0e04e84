package org.trainingexporter.history.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prometheus.client.Collector;
import io.prometheus.client.Collector.MetricFamilySamples;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.config.history.HistoryAccess;
import org.trainingexporter.history.FakeServer;
import org.trainingexporter.history.KeptSamples;
import org.trainingexporter.history.client.FailureReason;
import org.trainingexporter.history.client.HistoryCounters;
import org.trainingexporter.history.sample.SampleBatch;

/** What is sent, and what becomes of each kind of answer. */
final class BisectingDeliveryTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  @TempDir private Path directory;
  private final List<Long> pauses = new ArrayList<>();
  private final HistoryCounters counters = new HistoryCounters();
  private FakeServer server;

  @BeforeEach
  void start() throws IOException {
    server = new FakeServer();
  }

  @AfterEach
  void end() throws IOException {
    server.close();
  }

  private RemoteWrite receiver(HistoryAccess config) {
    return receiver(config, TIMEOUT);
  }

  private RemoteWrite receiver(HistoryAccess config, Duration timeout) {
    return server.receiver(config, counters, it -> pauses.add(it.toSeconds()), timeout);
  }

  private static SampleBatch batch() {
    SampleBatch batch = new SampleBatch(KeptSamples.LABELS, 15_000);
    batch.add(1_763_798_415_000L, List.of(loss(2.5)));
    batch.add(1_763_798_430_000L, List.of(loss(2.25)));
    batch.end(1_763_798_445_000L);
    return batch;
  }

  private static MetricFamilySamples loss(double value) {
    var sample =
        new MetricFamilySamples.Sample(
            "training_value",
            List.of("run", "key", "none"),
            List.of("llm/a", "\"x\" é", ""),
            value);
    return new MetricFamilySamples("training_value", Collector.Type.GAUGE, "help", List.of(sample));
  }

  private long failures(FailureReason why) {
    return counters.statistics().failures().get(why.label);
  }

  @Test
  void a_batch_is_one_request_with_all_labels_in_order() throws Exception {
    receiver(HistoryAccess.OPEN).write("a", batch());

    FakeServer.Request request = server.requests().get(0);
    assertEquals("POST /api/v1/write HTTP/1.1", request.firstLine());
    assertEquals("application/x-protobuf", request.header("Content-Type"));
    assertEquals("snappy", request.header("Content-Encoding"));
    assertEquals("0.1.0", request.header("X-Prometheus-Remote-Write-Version"));
    assertEquals(
        List.of(
            "__name__=training_value instance=a:9409 job=training key=\"x\" é run=llm/a"
                + " @1763798415000:2.5 @1763798430000:2.25 @1763798445000:NaN"),
        request.series());
    assertEquals(3, counters.statistics().samples());
  }

  @Test
  void after_a_busy_server_the_same_is_sent_again_when_it_says() throws Exception {
    server.answer(
        FakeServer.status(429, "slow down", "Retry-After: 7"),
        FakeServer.status(503, "", "Retry-After: Sat, 22 Nov 2025 08:00:20 GMT"),
        FakeServer.status(429, "slow down"));
    receiver(HistoryAccess.OPEN).write("a", batch());

    assertEquals(List.of(7L, 20L, 4L), pauses);
    assertEquals(4, server.requests().size());
    assertEquals(server.requests().get(0).body(), server.requests().get(3).body());
    assertEquals(2, failures(FailureReason.TOO_MANY_REQUESTS));
    assertEquals(1, failures(FailureReason.SERVER_ERROR));
    assertEquals(3, counters.statistics().samples());
  }

  @Test
  void a_lost_connection_and_a_silent_server_are_tried_again_later_each_time() throws Exception {
    server.answer(
        FakeServer.HALF,
        FakeServer.CLOSED,
        FakeServer.NEVER,
        FakeServer.status(500, "broken"),
        FakeServer.status(502, "broken"));
    // The silent one is waited for that long; the others must not be late.
    receiver(HistoryAccess.OPEN, Duration.ofSeconds(5)).write("a", batch());

    assertEquals(List.of(1L, 2L, 4L, 8L, 16L), pauses);
    assertEquals(1, failures(FailureReason.TIMEOUT));
    assertEquals(2, failures(FailureReason.SERVER_ERROR));
    assertEquals(2, failures(FailureReason.CONNECTION));
    assertEquals(3, counters.statistics().samples());
  }

  @Test
  void what_is_rejected_is_counted_and_never_sent_again() throws Exception {
    server.answer(
        FakeServer.status(401, ""),
        FakeServer.status(403, "no"),
        FakeServer.status(404, "no such page"),
        FakeServer.status(501, "not built"));
    RemoteWrite receiver = receiver(HistoryAccess.OPEN);
    for (int i = 0; i < 5; i++) {
      receiver.write("a", batch());
    }

    assertEquals(5, server.requests().size());
    assertEquals(List.of(), pauses);
    assertEquals(2, failures(FailureReason.UNAUTHORIZED));
    assertEquals(1, failures(FailureReason.NOT_FOUND));
    assertEquals(1, failures(FailureReason.SERVER_ERROR));
    assertEquals(3, counters.statistics().samples());
    assertEquals(12, counters.rejected());
  }

  @Test
  void a_server_that_stays_broken_is_given_up() {
    for (int i = 0; i < 20; i++) {
      server.answer(FakeServer.status(500, "broken"));
    }
    IOException e =
        assertThrows(IOException.class, () -> receiver(HistoryAccess.OPEN).write("a", batch()));
    assertEquals(server.url("/api/v1/write") + ": gave up after 100 s: 500 broken", e.getMessage());
    assertEquals(List.of(1L, 2L, 4L, 8L, 16L, 32L, 37L), pauses);
  }

  @Test
  void an_address_where_nothing_listens_is_named_in_words() throws Exception {
    URI address = URI.create(server.url("/api/v1/write").toString());
    server.close();
    IOException e =
        assertThrows(IOException.class, () -> receiver(HistoryAccess.OPEN).write("a", batch()));
    assertEquals(
        address + ": gave up after 100 s: nothing accepts a connection at this address",
        e.getMessage());
  }

  @Test
  void secrets_are_read_anew_for_each_request() throws Exception {
    Path password = Files.writeString(directory.resolve("password"), "first\n");
    Path config =
        Files.writeString(
            directory.resolve("history.yml"),
            """
            basic_auth: {username: ann, password_file: password}
            headers: {X-Scope-OrgID: team-a}
            """);
    RemoteWrite receiver = receiver(HistoryAccess.read(config));
    receiver.write("a", batch());
    Files.writeString(password, "second\n");
    receiver.write("a", batch());

    List<FakeServer.Request> requests = server.requests();
    assertEquals("Basic YW5uOmZpcnN0", requests.get(0).header("Authorization"));
    assertEquals("Basic YW5uOnNlY29uZA==", requests.get(1).header("Authorization"));
    assertEquals("team-a", requests.get(1).header("X-Scope-OrgID"));
  }

  @Test
  void a_token_is_shown() throws Exception {
    Path token = Files.writeString(directory.resolve("token"), "abc\n");
    HistoryAccess config =
        new HistoryAccess(
            Optional.empty(), Optional.empty(), Optional.of(token), Optional.empty(), Map.of());
    receiver(config).write("a", batch());

    assertEquals("Bearer abc", server.requests().get(0).header("Authorization"));
  }

  @Test
  void the_server_is_asked_for_the_samples_of_the_run() throws Exception {
    server.answer(
        FakeServer.status(
            200,
            "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":{},"
                + "\"values\":[[100.5,\"3\"],[115.5,\"4\"]]},{\"metric\":{},\"values\":[[300,\"9\"]]}]}}"));
    RemoteWrite receiver = receiver(HistoryAccess.OPEN);
    RemoteCoverage coverage = receiver.coverage("a \"b\" \\c", 60, 360, 90);

    assertEquals("POST /api/v1/query HTTP/1.1", server.requests().get(0).firstLine());
    assertEquals(
        "time=450&query=training_records_total%7Binstance%3D%22a%3A9409%22%2Cjob%3D%22training%22"
            + "%2Ckind%3D%22train%22%2Crun%3D%22a+%5C%22b%5C%22+%5C%5Cc%22%7D%5B481s%5D",
        server.requests().get(0).body().toStringUtf8());
    assertTrue(receiver.answersQueries());
    assertTrue(coverage.lacks(60, 15));
    assertTrue(!coverage.lacks(105, 15));
    assertTrue(coverage.lacks(200, 15));
    assertEquals(115.5, coverage.unseenUntil(90, 4));
  }

  @Test
  void a_server_that_answers_no_queries_is_not_asked_again() throws Exception {
    server.answer(FakeServer.status(404, "no such page"));
    RemoteWrite receiver = receiver(HistoryAccess.OPEN);

    assertTrue(receiver.coverage("a", 60, 360, 90).lacks(100, 15));
    assertTrue(receiver.coverage("a", 360, 400, 90).lacks(380, 15));
    assertEquals(1, server.requests().size());
    assertTrue(!receiver.answersQueries());
  }
}
