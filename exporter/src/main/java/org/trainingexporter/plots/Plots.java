package org.trainingexporter.plots;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.trainingexporter.watch.Watched;
import org.trainingexporter.watch.Watcher;

/**
 * The curves of runs, read from their logs when asked. What was read for one viewer is kept for all
 * of them, for a few runs, and read on from there. One thread does all of it, a slice of a run at a
 * time, so that neither scrapes nor another run's viewers wait for a long log; it ends when nobody
 * asks.
 */
public final class Plots implements AutoCloseable {
  private static final int KEPT = 6;
  private static final int AT_ONCE = 2;
  private static final int IDLE_SECONDS = 10;

  private record Slot(String run, Selection selection) {}

  private final Watcher watcher;
  private final InstantSource clock;
  private final ScheduledThreadPoolExecutor thread;
  private final Map<Slot, Reading> readings = new LinkedHashMap<>(16, 0.75f, true);
  private final Deque<Task> waiting = new ArrayDeque<>();
  private int busy;
  private long number;

  public Plots(Watcher watcher, InstantSource clock) {
    this.watcher = watcher;
    this.clock = clock;
    this.thread =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread made = new Thread(task, "plots");
              made.setDaemon(true);
              return made;
            });
    thread.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    thread.allowCoreThreadTimeOut(true);
    thread.setRemoveOnCancelPolicy(true);
  }

  /** What is done about the curves is done here, one after the other. */
  public ScheduledThreadPoolExecutor thread() {
    return thread;
  }

  private record Task(
      Query query, List<Reading> readings, CompletableFuture<Optional<Answer>> answer) {}

  /** Answers once the log is read to its end; empty for a run that there is not. */
  public CompletableFuture<Optional<Answer>> ask(Query query) {
    Task task = new Task(query, new ArrayList<>(), new CompletableFuture<>());
    thread.execute(
        () -> {
          waiting.add(task);
          next();
        });
    return task.answer;
  }

  private void next() {
    while (busy < AT_ONCE && !waiting.isEmpty()) {
      busy++;
      work(waiting.remove());
    }
  }

  /** Does a slice of it, and lines up again until nothing is left to read. */
  private void work(Task task) {
    try {
      if (hasMore(task)) {
        thread.execute(() -> work(task));
        return;
      }
      boolean gone = watched(task.query.run()).isEmpty();
      task.answer.complete(gone ? Optional.empty() : Optional.of(answer(task)));
    } catch (Exception | OutOfMemoryError e) {
      readings.clear(); // what is kept is only there to save time
      task.answer.completeExceptionally(e);
    }
    busy--;
    thread.execute(this::next);
  }

  private boolean hasMore(Task task) throws IOException {
    if (task.readings.isEmpty()) {
      for (Selection selection : selections(task.query)) {
        reading(task.query.run(), selection).ifPresent(task.readings::add);
      }
    }
    boolean more = false;
    for (Reading reading : task.readings) {
      more |= poll(task.query.run(), reading);
    }
    return more;
  }

  private static List<Selection> selections(Query query) {
    List<Selection> all = new ArrayList<>();
    if (query.asksForCurves()) {
      all.add(query.curves());
    }
    if (!query.keys().isEmpty()) {
      all.add(query.values());
    }
    return all;
  }

  private static Answer answer(Task task) {
    StringBuilder version = new StringBuilder();
    List<Series> series = new ArrayList<>();
    for (Reading reading : task.readings) {
      version.append(reading.version()).append('-');
      series.addAll(reading.series(task.query));
    }
    Reading first = task.readings.get(0);
    return new Answer(version.toString(), first.signals(), series, first.errors());
  }

  /**
   * Reads on a slice, and tells what a run's curves have gained after that number; to be called on
   * {@link #thread}. Empty while there is more to read, and for a run that there is not.
   */
  public Optional<News> news(Query query, long after) throws IOException {
    List<Series> series = new ArrayList<>();
    for (Selection selection : selections(query)) {
      Optional<Reading> reading = reading(query.run(), selection);
      if (reading.isEmpty() || poll(query.run(), reading.get())) {
        return Optional.empty();
      }
      Optional<News> news = reading.get().since(after);
      if (news.isEmpty() || news.get().reset()) {
        return news;
      }
      news.get().series().stream().filter(query::asks).forEach(series::add);
    }
    return Optional.of(series.isEmpty() ? News.NONE : new News(false, series));
  }

  /**
   * The same errors with their tracebacks, which are read from the ends of the logs. Any thread.
   */
  public List<LoggedError> withTracebacks(String run, List<LoggedError> errors) {
    List<Path> logs = watched(run).map(Watched::paths).orElse(List.of());
    return errors.isEmpty() ? errors : Tracebacks.of(logs).addTo(errors);
  }

  /** The number of the newest that was told; on {@link #thread}. */
  public long number() {
    return number;
  }

  private boolean poll(String run, Reading reading) throws IOException {
    Optional<Watched> now = watched(run);
    return now.isPresent() && reading.poll(now.get(), clock.millis() / 1e3);
  }

  private Optional<Reading> reading(String run, Selection asked) {
    Slot slot = new Slot(run, asked.slot());
    Optional<Watched> now = watched(run);
    Reading kept = readings.get(slot);
    if (now.isEmpty()) {
      readings.keySet().removeIf(s -> s.run.equals(run));
      return Optional.empty();
    }
    if (kept == null || !kept.isOf(now.get(), asked)) {
      Selection all = kept == null ? asked : asked.with(kept.selection());
      kept = new Reading(watcher, now.get(), all, () -> ++number);
      readings.put(slot, kept);
      readings.keySet().removeIf(s -> readings.size() > KEPT && !s.equals(slot));
    }
    return Optional.of(kept);
  }

  private Optional<Watched> watched(String run) {
    return watcher.watched().stream()
        .filter(w -> w.run().identity().name().equals(run))
        .findFirst();
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
