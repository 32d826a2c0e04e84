package org.trainingexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.testing.EventStream;
import org.trainingexporter.testing.Lines;

/** What is new reaches a page by itself, over a real connection from a log that grows. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class StreamTest {
  private static final String LOSS = "api/stream?signal=loss&run=run";

  @TempDir private Path root;
  private Path log;
  private RunningExporter exporter;

  @BeforeEach
  void start() throws Exception {
    log = Files.createDirectories(root.resolve("run")).resolve("train.jsonl");
    Files.writeString(log, Lines.trains(100, 120));
    exporter = RunningExporter.watch(root, InstantSource.system(), Map.of("gpu", "off"));
    exporter.scrapeWith("training_step{run=\"run\"");
    exporter.get("api/plots?run=run");
  }

  @AfterEach
  void stop() {
    exporter.close();
  }

  private void append(String lines) throws IOException {
    Files.writeString(log, lines, StandardOpenOption.APPEND);
  }

  private EventStream open(String path, String lastId) throws Exception {
    return new EventStream(exporter.open(path, "Last-Event-ID", lastId).body());
  }

  @Test
  void a_line_in_the_log_is_a_point_on_the_page() throws Exception {
    try (EventStream stream = open(LOSS, "")) {
      assertTrue(stream.next("runs").data().contains("\"run\":\"run\""));
      assertTrue(stream.next("stats").data().contains("\"step\":120"));

      append(Lines.train(121, 1.5));

      assertTrue(stream.next("stats", "\"step\":121").data().contains("\"loss\":1.5"));
      assertEquals(
          "{\"run\":\"run\",\"series\":[{\"signal\":\"loss\",\"x\":[121],\"time\":["
              + (long) Lines.time(121)
              + "],\"y\":[1.5]}]}",
          stream.next("points").data());
    }
  }

  @Test
  void who_comes_back_is_told_what_it_has_missed() throws Exception {
    String last;
    try (EventStream stream = open(LOSS, "")) {
      append(Lines.train(121, 1.5));
      stream.next("points");
      last = stream.lastId();
    }
    append(Lines.train(122, 2.5));
    exporter.scrapeWith("training_step{run=\"run\",} 122");

    try (EventStream stream = open(LOSS, last)) {
      assertTrue(stream.next("points").data().contains("\"x\":[122]"));
    }
  }

  @Test
  void who_knows_another_process_begins_anew() throws Exception {
    try (EventStream stream = open(LOSS, "abc-5")) {
      assertEquals("{\"run\":\"run\"}", stream.next("reset").data());
    }
  }

  @Test
  void after_a_rewind_the_curves_are_to_be_asked_for_anew() throws Exception {
    try (EventStream stream = open(LOSS, "")) {
      stream.next("stats");
      append(Lines.train(110, 1.5));

      assertEquals("{\"run\":\"run\"}", stream.next("reset").data());
    }
  }

  @Test
  void a_run_whose_logs_are_gone_is_told() throws Exception {
    try (EventStream stream = open(LOSS, "")) {
      stream.next("stats");
      Files.delete(log);

      assertEquals("{\"run\":\"run\"}", stream.next("gone").data());
    }
  }

  @Test
  void the_points_of_twelve_runs_are_streamed_at_once() throws Exception {
    StringBuilder path = new StringBuilder("api/stream?signal=loss");
    for (int i = 1; i <= 12; i++) {
      Path folder = Files.createDirectories(root.resolve("r" + i));
      Files.writeString(folder.resolve("train.jsonl"), Lines.trains(1, 5));
      path.append("&run=r").append(i);
    }
    exporter.scrapeThat(
        scrape ->
            IntStream.rangeClosed(1, 12).allMatch(i -> scrape.contains("run=\"r" + i + "\"")));
    try (EventStream stream = open(path.toString(), "")) {
      for (int i = 1; i <= 12; i++) {
        stream.next("marks", "\"run\":\"r" + i + "\"");
      }
      Set<String> silent = new HashSet<>();
      for (int i = 1; i <= 12; i++) {
        Path log = root.resolve("r" + i).resolve("train.jsonl");
        Files.writeString(log, Lines.train(6, 1.5), StandardOpenOption.APPEND);
        silent.add("\"run\":\"r" + i + "\"");
      }
      while (!silent.isEmpty()) {
        String points = stream.next("points").data();
        assertTrue(points.contains("\"x\":[6]"), points);
        assertTrue(silent.removeIf(points::contains), points);
      }
    }
  }

  @Test
  void one_viewer_too_many_is_told_to_poll_and_places_are_given_back() throws Exception {
    List<InputStream> viewers = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      HttpResponse<InputStream> viewer = exporter.open("api/stream");
      assertEquals(200, viewer.statusCode());
      viewers.add(viewer.body());
    }

    HttpResponse<InputStream> rejected = exporter.open("api/stream");
    assertEquals(503, rejected.statusCode());
    assertEquals("10", rejected.headers().firstValue("Retry-After").orElseThrow());
    assertEquals(
        "{\"error\":\"more than 200 viewers at once are not served; poll instead\"}\n",
        new String(rejected.body().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
    assertEquals(200, exporter.get("api/stats").statusCode());

    viewers.get(0).close();
    int status = 503;
    while (status != 200) {
      append(Lines.train(121)); // what is sent finds out who has gone
      HttpResponse<InputStream> next = exporter.open("api/stream");
      status = next.statusCode();
      next.body().close();
    }
    for (InputStream viewer : viewers) {
      viewer.close();
    }
  }

  @Test
  void a_stream_of_a_run_that_is_not_there_yet_goes_on_until_it_is() throws Exception {
    try (EventStream stream = open("api/stream?run=later", "")) {
      assertEquals("{\"run\":\"later\"}", stream.next("gone").data());
      Path later = Files.createDirectory(root.resolve("later"));
      Files.writeString(later.resolve("train.jsonl"), Lines.trains(1, 3));

      assertTrue(stream.next("stats").data().contains("\"run\":\"later\""));
    }
  }
}
