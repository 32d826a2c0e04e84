package org.trainingexporter.http.api.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trainingexporter.http.api.answer.ApiContext;
import org.trainingexporter.http.api.answer.JsonReply;
import org.trainingexporter.http.api.answer.JsonWriter;
import org.trainingexporter.http.api.endpoint.PlotsEndpoint;
import org.trainingexporter.http.api.endpoint.RunsEndpoint;
import org.trainingexporter.http.api.endpoint.StatsEndpoint;
import org.trainingexporter.http.api.stream.StreamClient.Message;
import org.trainingexporter.plots.CurveRequest;
import org.trainingexporter.plots.curve.CurveSeries;
import org.trainingexporter.plots.curve.CurveUpdate;
import org.trainingexporter.run.RunSnapshot;

/**
 * Tells those who watch what is new, twice a second and only while somebody does. What several
 * viewers need is made once. It works on the thread that reads the curves.
 */
final class StreamPublisher {
  private static final Logger log = LoggerFactory.getLogger(StreamPublisher.class);
  private static final long MILLIS = 500;
  private static final int LIST_EVERY = 4;

  /** Curves of so many runs are kept up to date; of further ones the page asks now and then. */
  private static final int MOST_RUNS = 4;

  private static final int REST_EVERY = 60;

  private final ApiContext model;
  private final RunsEndpoint runs;
  private final StatsEndpoint stats;
  private final EventIds ids;
  private final Set<StreamClient> viewers = ConcurrentHashMap.newKeySet();
  private ScheduledFuture<?> beat;
  private long ticks;

  /** What was made in this tick, by what it is about. */
  private final Map<Object, String> made = new HashMap<>();

  StreamPublisher(ApiContext model, EventIds ids) {
    this.model = model;
    this.runs = new RunsEndpoint(model);
    this.stats = new StatsEndpoint(model);
    this.ids = ids;
  }

  synchronized void add(StreamClient viewer) {
    viewers.add(viewer);
    if (beat == null) {
      beat =
          model
              .plots()
              .thread()
              .scheduleWithFixedDelay(this::tick, 0, MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  synchronized void remove(StreamClient viewer) {
    viewers.remove(viewer);
    if (viewers.isEmpty() && beat != null) {
      beat.cancel(false);
      beat = null;
    }
  }

  private void tick() {
    try {
      Map<String, RunSnapshot> known = new HashMap<>();
      model.runs().get().forEach(run -> known.put(run.identity().name(), run));
      Set<String> followed = new LinkedHashSet<>();
      viewers.forEach(viewer -> followed.addAll(viewer.runs));
      List<String> first = followed.stream().limit(MOST_RUNS).toList();
      for (StreamClient viewer : viewers) {
        if (!viewer.isOpen()) {
          remove(viewer);
        } else if (viewer.isReady()) {
          send(viewer, known, first);
        }
      }
    } catch (IOException | RuntimeException e) {
      log.error("viewers could not be told what is new: {}", e.toString());
      log.debug("where", e);
    } finally {
      made.clear();
      ticks++;
    }
  }

  private void send(StreamClient viewer, Map<String, RunSnapshot> known, List<String> first)
      throws IOException {
    List<Message> messages = new ArrayList<>();
    list(viewer, messages);
    for (String run : viewer.runs) {
      if (!known.containsKey(run)) {
        if (viewer.loses(run)) {
          messages.add(new Message("gone", ofRun(run)));
        }
        continue;
      }
      viewer.finds(run);
      figures(viewer, known.get(run), messages);
      if (first.contains(run)) {
        points(viewer, run, messages);
      } else if (ticks % REST_EVERY == 0) {
        messages.add(new Message("reset", ofRun(run)));
      }
    }
    if (!messages.isEmpty()) {
      viewer.send(messages, ids.of(model.plots().version()));
    }
  }

  private void list(StreamClient viewer, List<Message> to) throws IOException {
    if (viewer.isNew() || ticks % LIST_EVERY == 0) {
      JsonWriter.JsonPart all = runs.all();
      if (viewer.lacks("", once("tag", () -> JsonReply.tag(all)))) {
        to.add(new Message("runs", once("runs", () -> text(all))));
      }
    }
  }

  private void figures(StreamClient viewer, RunSnapshot run, List<Message> to) throws IOException {
    String name = run.identity().name();
    JsonWriter.JsonPart all = stats.of(run);
    if (viewer.lacks(name, once(List.of("tag", name), () -> JsonReply.tag(all)))) {
      to.add(new Message("stats", once(List.of("stats", name), () -> text(all))));
    }
  }

  private void points(StreamClient viewer, String run, List<Message> to) throws IOException {
    CurveRequest query = CurveRequest.of(run, viewer.signals);
    Optional<CurveUpdate> news = model.plots().updates(query, viewer.heard(run));
    if (news.isEmpty()) {
      return; // it is being read for the first time
    }
    if (news.get().reset()) {
      to.add(new Message("reset", ofRun(run)));
    } else if (!news.get().series().isEmpty()) {
      List<CurveSeries> series = news.get().series();
      Object what = List.of(query, viewer.heard(run));
      to.add(new Message("points", once(what, () -> text(json -> write(json, run, series)))));
    }
    viewer.hears(run, model.plots().version());
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

  /** How something is made. */
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
