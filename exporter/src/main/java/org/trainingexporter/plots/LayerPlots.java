package org.trainingexporter.plots;

import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trainingexporter.plots.SlicedExecutor.Slice;
import org.trainingexporter.plots.layer.LayerHistory;
import org.trainingexporter.plots.layer.LayerHistoryRequest;
import org.trainingexporter.plots.layer.LayerRecorder;
import org.trainingexporter.service.step.GuardedCalls;
import org.trainingexporter.watch.PublishedRun;
import org.trainingexporter.watch.Replay;
import org.trainingexporter.watch.Watcher;
import org.trainingexporter.watch.log.PollResult;

/**
 * Reads the history of runs' layers from their logs on request. The readings of a few runs are kept
 * and continued. Used by one thread.
 */
public final class LayerPlots {
  /** Readings kept; each takes some megabytes. */
  private static final int KEPT = 2;

  /** Layers read of one run: those that are shown, and others that were requested. */
  private static final int MAX_LAYERS = 70;

  private record LayerReading(LayerRecorder recorder, Replay replay) {}

  private final Watcher watcher;
  private final InstantSource clock;
  private final GuardedCalls calls;
  private final Map<String, LayerReading> readings = new LinkedHashMap<>(16, 0.75f, true);

  LayerPlots(Watcher watcher, InstantSource clock, GuardedCalls calls) {
    this.watcher = watcher;
    this.clock = clock;
    this.calls = calls;
  }

  /** Reads the history; the result is empty if the run does not exist. */
  public SlicedExecutor.SlicedWork<Optional<LayerHistory>> work(LayerHistoryRequest request) {
    return new SlicedExecutor.SlicedWork<>() {
      private LayerReading reading;

      @Override
      public Slice runSlice() throws IOException {
        if (HungReadException.mustWait(calls, request.run())) {
          return Slice.WAITS;
        }
        Optional<PublishedRun> run = watcher.watched(request.run());
        if (run.isEmpty()) {
          readings.remove(request.run());
          reading = null;
          return Slice.DONE;
        }
        reading = reading == null ? reading(run.get(), request) : reading;
        Replay replay = reading.replay;
        double now = clock.millis() / 1e3;
        return calls
            .call(request.run(), () -> replay.poll(run.get(), now))
            .map(it -> it == PollResult.MORE ? Slice.MORE : Slice.DONE)
            .orElse(Slice.WAITS);
      }

      @Override
      public Optional<LayerHistory> result() {
        return Optional.ofNullable(reading).map(it -> it.recorder.history(request));
      }

      @Override
      public void failed() {
        readings.clear();
      }
    };
  }

  /** The kept reading of the run, or a new one if the kept one lacks a requested layer. */
  private LayerReading reading(PublishedRun run, LayerHistoryRequest request) {
    LayerReading kept = readings.get(request.run());
    Set<String> wanted = new LinkedHashSet<>(request.layers());
    if (!request.layer().isEmpty()) {
      wanted.add(request.layer());
    }
    if (kept != null && kept.replay.isOf(run) && kept.recorder.layers().containsAll(wanted)) {
      return kept;
    }
    if (kept != null) {
      kept.recorder.layers().stream().limit(MAX_LAYERS - wanted.size()).forEach(wanted::add);
    }
    LayerRecorder recorder = new LayerRecorder(wanted);
    LayerReading made = new LayerReading(recorder, watcher.replay(run, recorder));
    readings.put(request.run(), made);
    readings.keySet().removeIf(name -> readings.size() > KEPT && !name.equals(request.run()));
    return made;
  }
}
