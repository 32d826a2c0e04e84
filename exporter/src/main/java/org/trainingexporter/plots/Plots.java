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
import org.trainingexporter.plots.curve.CurveSelection;
import org.trainingexporter.plots.curve.CurveSeries;
import org.trainingexporter.plots.curve.CurveUpdate;
import org.trainingexporter.plots.curve.LoggedError;
import org.trainingexporter.plots.layer.LayerHistory;
import org.trainingexporter.plots.layer.LayerHistoryRequest;
import org.trainingexporter.watch.PublishedRun;
import org.trainingexporter.watch.Watcher;

/**
 * The curves of runs, read from their logs when asked. What was read for one viewer is kept for all
 * of them, for a few runs, and read on from there.
 */
public final class Plots implements AutoCloseable {
  private static final int KEPT = 6;

  private record Slot(String run, CurveSelection selection) {}

  private final Watcher watcher;
  private final InstantSource clock;
  private final SlicedExecutor slices = new SlicedExecutor();
  private final LayerPlots layers;
  private final Map<Slot, CurveReader> readings = new LinkedHashMap<>(16, 0.75f, true);
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
  public CompletableFuture<Optional<CurveResponse>> ask(CurveRequest query) {
    return slices.add(new PlotTask(query));
  }

  /** The same of a run's layers. */
  public CompletableFuture<Optional<LayerHistory>> ask(LayerHistoryRequest query) {
    return slices.add(layers.work(query));
  }

  /** The curves that one viewer waits for. */
  private final class PlotTask implements SlicedExecutor.SlicedWork<Optional<CurveResponse>> {
    private final CurveRequest query;
    private final List<CurveReader> all = new ArrayList<>();

    PlotTask(CurveRequest query) {
      this.query = query;
    }

    @Override
    public boolean hasMore() throws IOException {
      if (all.isEmpty()) {
        for (CurveSelection selection : selections(query)) {
          reading(query.run(), selection).ifPresent(all::add);
        }
      }
      boolean more = false;
      for (CurveReader reading : all) {
        more |= poll(query.run(), reading);
      }
      return more;
    }

    @Override
    public Optional<CurveResponse> result() {
      return watcher.watched(query.run()).map(run -> answer());
    }

    @Override
    public void failed() {
      readings.clear(); // what is kept is only there to save time
    }

    private CurveResponse answer() {
      StringBuilder version = new StringBuilder();
      List<CurveSeries> series = new ArrayList<>();
      for (CurveReader reading : all) {
        version.append(reading.version()).append('-');
        series.addAll(reading.series(query));
      }
      CurveReader first = all.get(0);
      return new CurveResponse(version.toString(), first.signals(), series, first.errors());
    }
  }

  private static List<CurveSelection> selections(CurveRequest query) {
    List<CurveSelection> all = new ArrayList<>();
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
  public Optional<CurveUpdate> news(CurveRequest query, long after) throws IOException {
    List<CurveSeries> series = new ArrayList<>();
    for (CurveSelection selection : selections(query)) {
      Optional<CurveReader> reading = reading(query.run(), selection);
      if (reading.isEmpty() || poll(query.run(), reading.get())) {
        return Optional.empty();
      }
      Optional<CurveUpdate> news = reading.get().since(after);
      if (news.isEmpty() || news.get().reset()) {
        return news;
      }
      news.get().series().stream().filter(query::asks).forEach(series::add);
    }
    return Optional.of(series.isEmpty() ? CurveUpdate.NONE : new CurveUpdate(false, series));
  }

  /**
   * The same errors with their tracebacks, which are read from the ends of the logs. Any thread.
   */
  public List<LoggedError> withTracebacks(String run, List<LoggedError> errors) {
    List<Path> logs = watcher.watched(run).map(PublishedRun::paths).orElse(List.of());
    return errors.isEmpty() ? errors : Tracebacks.of(logs).addTo(errors);
  }

  /** The number of the newest that was told; on {@link #thread}. */
  public long number() {
    return number;
  }

  private boolean poll(String run, CurveReader reading) throws IOException {
    Optional<PublishedRun> now = watcher.watched(run);
    return now.isPresent() && reading.poll(now.get(), clock.millis() / 1e3);
  }

  private Optional<CurveReader> reading(String run, CurveSelection asked) {
    Slot slot = new Slot(run, asked.slot());
    Optional<PublishedRun> now = watcher.watched(run);
    CurveReader kept = readings.get(slot);
    if (now.isEmpty()) {
      readings.keySet().removeIf(s -> s.run.equals(run));
      return Optional.empty();
    }
    if (kept == null || !kept.isOf(now.get(), asked)) {
      CurveSelection all = kept == null ? asked : asked.with(kept.selection());
      kept = new CurveReader(watcher, now.get(), all, () -> ++number);
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
