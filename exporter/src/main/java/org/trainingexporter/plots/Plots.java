package org.trainingexporter.plots;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.trainingexporter.plots.curve.CurveSelection;
import org.trainingexporter.plots.curve.CurveSeries;
import org.trainingexporter.plots.curve.CurveUpdate;
import org.trainingexporter.plots.curve.LoggedError;
import org.trainingexporter.plots.layer.LayerHistory;
import org.trainingexporter.plots.layer.LayerHistoryRequest;
import org.trainingexporter.plots.point.PointSink;
import org.trainingexporter.watch.PublishedRun;
import org.trainingexporter.watch.Watcher;

/**
 * Reads the curves of runs from their logs on request. Readings are shared by all viewers; those of
 * a few runs are kept and continued.
 */
public final class Plots implements AutoCloseable {
  private static final int KEPT = 20;

  private record CacheKey(String run, CurveSelection selection) {}

  private final Watcher watcher;
  private final InstantSource clock;
  private final SlicedExecutor executor = new SlicedExecutor();
  private final LayerPlots layers;
  private final Map<CacheKey, CurveReader> readings = new LinkedHashMap<>(16, 0.75f, true);
  private long version;

  public Plots(Watcher watcher, InstantSource clock) {
    this.watcher = watcher;
    this.clock = clock;
    this.layers = new LayerPlots(watcher, clock);
  }

  /**
   * Runs a task on the one thread that reads curves: at once, and again after each pause. Only such
   * a task may call {@link #updates}, {@link #signals} and {@link #version}.
   *
   * @return to cancel the task
   */
  public ScheduledFuture<?> every(Duration pause, Runnable task) {
    return executor
        .thread()
        .scheduleWithFixedDelay(task, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Completes once the logs are read to their end; empty if the run does not exist. Any thread. */
  public CompletableFuture<Optional<CurveResponse>> ask(CurveRequest request) {
    return executor.add(new CurveWork(request));
  }

  /** The same for the history of a run's layers. */
  public CompletableFuture<Optional<LayerHistory>> ask(LayerHistoryRequest request) {
    return executor.add(layers.work(request));
  }

  /** Reads the curves that one request waits for. */
  private final class CurveWork implements SlicedExecutor.SlicedWork<Optional<CurveResponse>> {
    private final CurveRequest request;
    private final List<CurveReader> all = new ArrayList<>();

    CurveWork(CurveRequest request) {
      this.request = request;
    }

    @Override
    public boolean runSlice() throws IOException {
      if (all.isEmpty()) {
        for (CurveSelection selection : selections(request)) {
          reading(request.run(), selection).ifPresent(all::add);
        }
      }
      boolean more = false;
      for (CurveReader reading : all) {
        more |= poll(request.run(), reading);
      }
      return more;
    }

    @Override
    public Optional<CurveResponse> result() {
      return watcher.watched(request.run()).map(run -> response());
    }

    @Override
    public void failed() {
      readings.clear(); // it is only a cache
    }

    private CurveResponse response() {
      StringBuilder version = new StringBuilder();
      List<CurveSeries> series = new ArrayList<>();
      for (CurveReader reading : all) {
        version.append(reading.version()).append('-');
        series.addAll(reading.series(request));
      }
      CurveReader first = all.get(0);
      return new CurveResponse(version.toString(), first.signals(), series, first.errors());
    }
  }

  private static List<CurveSelection> selections(CurveRequest request) {
    List<CurveSelection> all = new ArrayList<>();
    if (request.includesCurves()) {
      all.add(request.curves());
    }
    if (!request.keys().isEmpty()) {
      all.add(request.values());
    }
    return all;
  }

  /**
   * Reads a slice of what is new, and returns the points added after that version. Empty while
   * there is more to read, and if the run does not exist. Only on {@link #every}.
   */
  public Optional<CurveUpdate> updates(CurveRequest request, long after) throws IOException {
    List<CurveSeries> series = new ArrayList<>();
    for (CurveSelection selection : selections(request)) {
      Optional<CurveReader> reading = reading(request.run(), selection);
      if (reading.isEmpty() || poll(request.run(), reading.get())) {
        return Optional.empty();
      }
      Optional<CurveUpdate> update = reading.get().since(after);
      if (update.isEmpty() || update.get().reset()) {
        return update;
      }
      update.get().series().stream().filter(request::includes).forEach(series::add);
    }
    return Optional.of(series.isEmpty() ? CurveUpdate.NONE : new CurveUpdate(false, series));
  }

  /**
   * The names of the curves that the run has, in the order of {@link
   * org.trainingexporter.plots.curve.Curve}. Empty until the logs were read to their end once. Only
   * on {@link #every}.
   */
  public Optional<List<String>> signals(String run) throws IOException {
    Optional<CurveReader> reading = reading(run, CurveRequest.ofAll(run).curves());
    return reading.isEmpty() || poll(run, reading.get())
        ? Optional.empty()
        : reading.get().knownSignals();
  }

  /**
   * Reads the run's logs once more and hands on every point of the curves that were found before,
   * in the order of the log. Blocks until the end is reached. Any thread.
   *
   * @throws IOException where a log cannot be read
   */
  public void replay(CurveRequest request, List<CurveSeries> found, PointSink to)
      throws IOException {
    PointReplay replay = new PointReplay(watcher, clock, request.run());
    for (CurveSelection selection : selections(request)) {
      replay.read(selection, found, to);
    }
  }

  /** The same errors with their tracebacks, read from the ends of the run's logs. Any thread. */
  public List<LoggedError> withTracebacks(String run, List<LoggedError> errors) {
    List<Path> logs = watcher.watched(run).map(PublishedRun::paths).orElse(List.of());
    return errors.isEmpty() ? errors : Tracebacks.of(logs).addTo(errors);
  }

  /** The newest version of any run's curves. Only on {@link #every}. */
  public long version() {
    return version;
  }

  private boolean poll(String run, CurveReader reading) throws IOException {
    Optional<PublishedRun> now = watcher.watched(run);
    return now.isPresent() && reading.poll(now.get(), clock.millis() / 1e3);
  }

  private Optional<CurveReader> reading(String run, CurveSelection requested) {
    CacheKey key = new CacheKey(run, requested.cacheKey());
    Optional<PublishedRun> now = watcher.watched(run);
    CurveReader kept = readings.get(key);
    if (now.isEmpty()) {
      readings.keySet().removeIf(s -> s.run.equals(run));
      return Optional.empty();
    }
    if (kept == null || !kept.isOf(now.get(), requested)) {
      CurveSelection all = kept == null ? requested : requested.with(kept.selection());
      kept = new CurveReader(watcher, now.get(), all, () -> ++version);
      readings.put(key, kept);
      readings.keySet().removeIf(s -> readings.size() > KEPT && !s.equals(key));
    }
    return Optional.of(kept);
  }

  @Override
  public void close() {
    executor.close();
  }
}
