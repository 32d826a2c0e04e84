package org.trainingexporter.plots;

import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trainingexporter.plots.layer.LayerHistory;
import org.trainingexporter.plots.layer.LayerHistoryRequest;
import org.trainingexporter.plots.layer.LayerRecorder;
import org.trainingexporter.watch.PollResult;
import org.trainingexporter.watch.PublishedRun;
import org.trainingexporter.watch.Replay;
import org.trainingexporter.watch.Watcher;

/**
 * The histories of runs' layers, read from their logs when asked; of a few runs they are kept and
 * read on. One thread.
 */
public final class LayerPlots {
  /** A run's layers take some megabytes. */
  private static final int KEPT = 2;

  /** Of one run: those that are shown, and some that were asked for besides. */
  private static final int MOST_LAYERS = 70;

  private record LayerReading(LayerRecorder recorder, Replay replay) {}

  private final Watcher watcher;
  private final InstantSource clock;
  private final Map<String, LayerReading> readings = new LinkedHashMap<>(16, 0.75f, true);

  public LayerPlots(Watcher watcher, InstantSource clock) {
    this.watcher = watcher;
    this.clock = clock;
  }

  public SlicedExecutor.SlicedWork<Optional<LayerHistory>> work(LayerHistoryRequest query) {
    return new SlicedExecutor.SlicedWork<>() {
      private LayerReading reading;

      @Override
      public boolean hasMore() throws IOException {
        Optional<PublishedRun> run = watcher.watched(query.run());
        if (run.isEmpty()) {
          readings.remove(query.run());
          reading = null;
          return false;
        }
        reading = reading == null ? reading(run.get(), query) : reading;
        double now = clock.millis() / 1e3;
        return reading.replay.poll(run.get(), now) == PollResult.MORE;
      }

      @Override
      public Optional<LayerHistory> result() {
        return Optional.ofNullable(reading).map(it -> it.recorder.history(query));
      }

      @Override
      public void failed() {
        readings.clear();
      }
    };
  }

  /** What is kept of the run, or it is to be read anew with the layers asked for. */
  private LayerReading reading(PublishedRun run, LayerHistoryRequest query) {
    LayerReading kept = readings.get(query.run());
    Set<String> wanted = new LinkedHashSet<>(query.layers());
    if (!query.layer().isEmpty()) {
      wanted.add(query.layer());
    }
    if (kept != null && kept.replay.isOf(run) && kept.recorder.layers().containsAll(wanted)) {
      return kept;
    }
    if (kept != null) {
      kept.recorder.layers().stream().limit(MOST_LAYERS - wanted.size()).forEach(wanted::add);
    }
    LayerRecorder recorder = new LayerRecorder(wanted);
    LayerReading made = new LayerReading(recorder, watcher.replay(run, recorder));
    readings.put(query.run(), made);
    readings.keySet().removeIf(name -> readings.size() > KEPT && !name.equals(query.run()));
    return made;
  }
}
