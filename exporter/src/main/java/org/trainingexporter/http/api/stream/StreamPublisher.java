package org.trainingexporter.http.api.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trainingexporter.http.api.answer.ApiContext;
import org.trainingexporter.http.api.answer.JsonReply;
import org.trainingexporter.http.api.answer.JsonWriter;
import org.trainingexporter.http.api.endpoint.CheckpointsEndpoint;
import org.trainingexporter.http.api.endpoint.EventsEndpoint;
import org.trainingexporter.http.api.endpoint.PlotsEndpoint;
import org.trainingexporter.http.api.endpoint.RunsEndpoint;
import org.trainingexporter.http.api.endpoint.StatsEndpoint;
import org.trainingexporter.http.api.stream.StreamClient.Message;
import org.trainingexporter.plots.CurveRequest;
import org.trainingexporter.plots.curve.CurveSeries;
import org.trainingexporter.plots.curve.CurveUpdate;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.web.log.RepeatedLines;

/**
 * Sends updates to all streams: once a second where there is always something new, within half a
 * second where there seldom is, and only while there are streams. A message that several clients
 * need is made once. Works on the thread that reads the curves.
 */
final class StreamPublisher {
  private static final Logger log = LoggerFactory.getLogger(StreamPublisher.class);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int LIST_EVERY = 4;

  /** Runs whose new points are sent; pages are asked to reload the others now and then. */
  private static final int MAX_RUNS = 16;

  private static final int RESET_EVERY = 60;

  private final ApiContext model;
  private final RunsEndpoint runs;
  private final StatsEndpoint stats;
  private final EventIds ids;
  private final Set<StreamClient> clients = ConcurrentHashMap.newKeySet();
  private final RepeatedLines lines = new RepeatedLines(System::nanoTime);
  private ScheduledFuture<?> ticking;
  private long ticks;

  /** Messages of this tick, by what they depend on. */
  private final Map<Object, String> made = new HashMap<>();

  StreamPublisher(ApiContext model, EventIds ids) {
    this.model = model;
    this.runs = new RunsEndpoint(model);
    this.stats = new StatsEndpoint(model);
    this.ids = ids;
  }

  synchronized void add(StreamClient client) {
    clients.add(client);
    if (ticking == null) {
      ticking = model.plots().every(PAUSE, this::tick);
    }
  }

  synchronized void remove(StreamClient client) {
    clients.remove(client);
    if (clients.isEmpty() && ticking != null) {
      ticking.cancel(false);
      ticking = null;
    }
  }

  private void tick() {
    try {
      Map<String, RunSnapshot> known = new HashMap<>();
      model.runs().get().forEach(run -> known.put(run.identity().name(), run));
      Set<String> followed = new LinkedHashSet<>();
      clients.forEach(client -> followed.addAll(client.runs));
      List<String> first = followed.stream().limit(MAX_RUNS).toList();
      for (StreamClient client : clients) {
        if (!client.isOpen()) {
          remove(client);
        } else if (client.isReady() && client.isDue(ticks)) {
          send(client, known, first);
        }
      }
    } catch (IOException | RuntimeException e) {
      lines
          .suffix(e.getClass().getName())
          .ifPresent(more -> log.error("viewers could not be told what is new: {}{}", e, more));
      log.debug("where", e);
    } finally {
      made.clear();
      ticks++;
    }
  }

  private void send(StreamClient client, Map<String, RunSnapshot> known, List<String> first)
      throws IOException {
    List<Message> messages = new ArrayList<>();
    list(client, messages);
    for (String run : client.runs) {
      if (!known.containsKey(run)) {
        if (client.markGone(run)) {
          messages.add(new Message("gone", ofRun(run)));
        }
        continue;
      }
      client.markFound(run);
      figures(client, known.get(run), messages);
      tables(client, known.get(run), messages);
      if (first.contains(run)) {
        points(client, run, messages);
        marks(client, known.get(run), messages);
      } else if (ticks % RESET_EVERY == 0) {
        messages.add(new Message("reset", ofRun(run)));
      }
    }
    if (!messages.isEmpty()) {
      client.send(messages, ids.of(model.plots().version()), ticks);
    }
  }

  private void list(StreamClient client, List<Message> to) throws IOException {
    if (client.isNew() || ticks % LIST_EVERY == 0) {
      JsonWriter.JsonPart all = runs.all();
      if (client.needs("", once("tag", () -> JsonReply.tag(all)))) {
        to.add(new Message("runs", once("runs", () -> text(all))));
      }
    }
  }

  private void figures(StreamClient client, RunSnapshot run, List<Message> to) throws IOException {
    String name = run.identity().name();
    JsonWriter.JsonPart all = stats.of(run);
    if (client.needs(name, once(List.of("tag", name), () -> JsonReply.tag(all)))) {
      to.add(new Message("stats", once(List.of("stats", name), () -> text(all))));
    }
  }

  /** Says that the tables of events and checkpoints are to be requested again. */
  private void tables(StreamClient client, RunSnapshot run, List<Message> to) throws IOException {
    String name = run.identity().name();
    JsonWriter.JsonPart all =
        json ->
            json.object(
                it -> {
                  EventsEndpoint.write(it, run);
                  CheckpointsEndpoint.write(it, run);
                });
    List<String> what = List.of("tables", name);
    if (client.needs(what.toString(), once(what, () -> JsonReply.tag(all)))) {
      to.add(new Message("tables", ofRun(name)));
    }
  }

  /** What stands on the plots, and which curves there are. */
  private void marks(StreamClient client, RunSnapshot run, List<Message> to) throws IOException {
    String name = run.identity().name();
    Optional<List<String>> curves = model.plots().signals(name);
    if (curves.isEmpty()) {
      return; // the run is being read for the first time
    }
    JsonWriter.JsonPart all = PlotsEndpoint.marks(run, curves.get(), model.now());
    List<String> what = List.of("marks", name);
    if (client.needs(what.toString(), once(List.of("tag", what), () -> JsonReply.tag(all)))) {
      to.add(new Message("marks", once(what, () -> text(all))));
    }
  }

  private void points(StreamClient client, String run, List<Message> to) throws IOException {
    CurveRequest query = CurveRequest.of(run, client.signals);
    Optional<CurveUpdate> news = model.plots().updates(query, client.received(run));
    if (news.isEmpty()) {
      return; // the run is being read for the first time
    }
    if (news.get().reset()) {
      to.add(new Message("reset", ofRun(run)));
    } else if (!news.get().series().isEmpty()) {
      List<CurveSeries> series = news.get().series();
      Object what = List.of(query, client.received(run));
      to.add(new Message("points", once(what, () -> text(json -> write(json, run, series)))));
    }
    client.setReceived(run, model.plots().version());
  }

  private static void write(JsonWriter json, String run, List<CurveSeries> series)
      throws IOException {
    json.object(
        it -> {
          it.text("run", run);
          it.<CurveSeries>objects(
              "series",
              series,
              (one, points) -> {
                one.text("signal", points.signal());
                PlotsEndpoint.points(one, points);
              });
        });
  }

  private static String ofRun(String run) throws IOException {
    return text(json -> json.object(it -> it.text("run", run)));
  }

  private static String text(JsonWriter.JsonPart body) throws IOException {
    return new String(JsonReply.bytes(body), UTF_8).strip();
  }

  /** Makes a message. */
  private interface Maker {
    String make() throws IOException;
  }

  private String once(Object what, Maker maker) throws IOException {
    String there = made.get(what);
    if (there == null) {
      there = maker.make();
      made.put(what, there);
    }
    return there;
  }
}
