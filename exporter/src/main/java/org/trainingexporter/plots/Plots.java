package org.trainingexporter.plots;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.trainingexporter.watch.Watched;
import org.trainingexporter.watch.Watcher;

/**
 * The curves of runs, read from their logs when asked. What was read for one viewer is kept for all
 * of them, for a few runs, and read on from there.
 */
public final class Plots implements AutoCloseable {
  private static final int KEPT = 6;

  private record Slot(String run, Selection selection) {}

  private final Watcher watcher;
  private final InstantSource clock;
  private final Slices slices = new Slices();
  private final LayerPlots layers;
  private final Map<Slot, Reading> readings = new LinkedHashMap<>(16, 0.75f, true);
  private long number;

  public Plots(Watcher watcher, InstantSource clock) {
    this.watcher = watcher;
    this.clock = clock;
    this.layers = new LayerPlots(watcher, clock);
  }

  /** What is done about the curves is done here, one after the other. */
  public ScheduledThreadPoolExecutor thread() {
    return slices.thread();
  }

  /** Answers once the log is read to its end; empty for a run that there is not. */
  public CompletableFuture<Optional<Answer>> ask(Query query) {
    return slices.add(new Task(query));
  }

  /** The same of a run's layers. */
  public CompletableFuture<Optional<LayerHistory>> ask(LayerQuery query) {
    return slices.add(layers.work(query));
  }

  /** The curves that one viewer waits for. */
  private final class Task implements Slices.Work<Optional<Answer>> {
    private final Query query;
    private final List<Reading> all = new ArrayList<>();

    Task(Query query) {
      this.query = query;
    }

    @Override
    public boolean hasMore() throws IOException {
      if (all.isEmpty()) {
        for (Selection selection : selections(query)) {
          reading(query.run(), selection).ifPresent(all::add);
        }
      }
      boolean more = false;
      for (Reading reading : all) {
        more |= poll(query.run(), reading);
      }
      return more;
    }

    @Override
    public Optional<Answer> result() {
      return watcher.watched(query.run()).map(run -> answer());
    }

    @Override
    public void failed() {
      readings.clear(); // what is kept is only there to save time
    }

    private Answer answer() {
      StringBuilder version = new StringBuilder();
      List<Series> series = new ArrayList<>();
      for (Reading reading : all) {
        version.append(reading.version()).append('-');
        series.addAll(reading.series(query));
      }
      Reading first = all.get(0);
      return new Answer(version.toString(), first.signals(), series, first.errors());
    }
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
    List<Path> logs = watcher.watched(run).map(Watched::paths).orElse(List.of());
    return errors.isEmpty() ? errors : Tracebacks.of(logs).addTo(errors);
  }

  /** The number of the newest that was told; on {@link #thread}. */
  public long number() {
    return number;
  }

  private boolean poll(String run, Reading reading) throws IOException {
    Optional<Watched> now = watcher.watched(run);
    return now.isPresent() && reading.poll(now.get(), clock.millis() / 1e3);
  }

  private Optional<Reading> reading(String run, Selection asked) {
    Slot slot = new Slot(run, asked.slot());
    Optional<Watched> now = watcher.watched(run);
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

  @Override
  public void close() {
    slices.close();
  }
}
