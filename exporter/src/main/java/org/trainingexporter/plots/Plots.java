package org.trainingexporter.plots;

import java.io.IOException;
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
import java.util.concurrent.atomic.AtomicLong;
import org.trainingexporter.plots.SlicedExecutor.Slice;
import org.trainingexporter.plots.curve.CurveSelection;
import org.trainingexporter.plots.curve.CurveSeries;
import org.trainingexporter.plots.curve.CurveUpdate;
import org.trainingexporter.plots.curve.LoggedError;
import org.trainingexporter.plots.layer.LayerHistory;
import org.trainingexporter.plots.layer.LayerHistoryRequest;
import org.trainingexporter.plots.point.PointSink;
import org.trainingexporter.service.step.GuardedCalls;
import org.trainingexporter.service.step.Steps;
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
  private final GuardedCalls calls;
  private final AtomicLong version = new AtomicLong();

  /**
   * @param steps run what may hang
   */
  public Plots(Watcher watcher, InstantSource clock, Steps steps) {
    this.watcher = watcher;
    this.clock = clock;
    this.calls = new GuardedCalls(steps);
    this.layers = new LayerPlots(watcher, clock, calls);
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

  /**
   * Completes once the logs are read to their end; empty if the run does not exist. Fails with a
   * {@link HungReadException} if they do not answer for some seconds. Any thread.
   */
  public CompletableFuture<Optional<CurveResponse>> ask(CurveRequest request) {
    return executor.add(new CurveWork(request));
  }

  /** The same for the history of a run's layers. */
  public CompletableFuture<Optional<LayerHistory>> ask(LayerHistoryRequest request) {
    return executor.add(layers.work(request));
  }

  /** The newest errors of the run with their tracebacks, in the same way. */
  public CompletableFuture<Optional<List<LoggedError>>> errors(CurveRequest request) {
    return executor.add(new ErrorsWork(request.run(), new CurveWork(request), watcher, calls));
  }

  /** Reads the curves that one request waits for. */
  private final class CurveWork implements SlicedExecutor.SlicedWork<Optional<CurveResponse>> {
    private final CurveRequest request;
    private final List<CurveReader> all = new ArrayList<>();

    CurveWork(CurveRequest request) {
      this.request = request;
    }

    @Override
    public Slice runSlice() throws IOException {
      if (HungReadException.mustWait(calls, request.run())) {
        return Slice.WAITS;
      }
      if (all.isEmpty()) {
        for (CurveSelection selection : selections(request)) {
          reading(request.run(), selection).ifPresent(all::add);
        }
      }
      Slice slowest = Slice.DONE;
      for (CurveReader reading : all) {
        Slice slice = poll(request.run(), reading);
        if (slice == Slice.WAITS) {
          return slice;
        }
        slowest = slice == Slice.MORE ? slice : slowest;
      }
      return slowest;
    }

    @Override
    public Optional<CurveResponse> result() {
      return watcher.watched(request.run()).filter(run -> !all.isEmpty()).map(run -> response());
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
   * there is more to read, while reading hangs, and if the run does not exist. Only on {@link
   * #every}.
   */
  public Optional<CurveUpdate> updates(CurveRequest request, long after) throws IOException {
    List<CurveSeries> series = new ArrayList<>();
    for (CurveSelection selection : selections(request)) {
      if (calls.mustWait(request.run())) {
        return Optional.empty();
      }
      Optional<CurveReader> reading = reading(request.run(), selection);
      if (reading.isEmpty() || poll(request.run(), reading.get()) != Slice.DONE) {
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
    return reading.isEmpty() || poll(run, reading.get()) != Slice.DONE
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

  /** The newest version of any run's curves. Only on {@link #every}. */
  public long version() {
    return version.get();
  }

  private Slice poll(String run, CurveReader reading) throws IOException {
    Optional<PublishedRun> now = watcher.watched(run);
    if (now.isEmpty()) {
      return Slice.DONE;
    }
    double seconds = clock.millis() / 1e3;
    return calls
        .call(run, () -> reading.poll(now.get(), seconds) ? Slice.MORE : Slice.DONE)
        .orElse(Slice.WAITS);
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
      kept = new CurveReader(watcher, now.get(), all, version::incrementAndGet);
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
