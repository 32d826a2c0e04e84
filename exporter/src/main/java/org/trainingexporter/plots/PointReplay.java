package org.trainingexporter.plots;

import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.trainingexporter.plots.curve.CurveRecorder;
import org.trainingexporter.plots.curve.CurveSelection;
import org.trainingexporter.plots.curve.CurveSeries;
import org.trainingexporter.plots.point.PointSink;
import org.trainingexporter.watch.PublishedRun;
import org.trainingexporter.watch.Replay;
import org.trainingexporter.watch.Watcher;
import org.trainingexporter.watch.log.PollResult;

/**
 * Reads a run's logs once more from their first byte and hands on every point of some curves.
 * Points that a later key of the same signal made void are left out, which the curves that were
 * read before tell. One thread.
 */
final class PointReplay {
  private final Watcher watcher;
  private final InstantSource clock;
  private final String run;

  PointReplay(Watcher watcher, InstantSource clock, String run) {
    this.watcher = watcher;
    this.clock = clock;
    this.run = run;
  }

  /**
   * Reads to the end of the logs, as they are when it gets there.
   *
   * @param known the wanted curves as they were read before
   * @throws IOException where a log cannot be read, or the sink fails
   */
  void read(CurveSelection selection, Iterable<CurveSeries> known, PointSink to)
      throws IOException {
    Map<String, CurveSeries.Origin> wanted = new HashMap<>();
    known.forEach(series -> wanted.put(series.signal(), series.origin()));
    Optional<PublishedRun> published = watcher.watched(run);
    if (published.isEmpty()) {
      return;
    }
    CurveRecorder recorder = new CurveRecorder(selection);
    recorder.publishTo(new WantedPoints(wanted, to));
    Replay replay = watcher.replay(published.get(), recorder);
    while (published.isPresent()
        && replay.poll(published.get(), clock.millis() / 1e3) == PollResult.MORE) {
      published = watcher.watched(run);
    }
  }

  /** Hands on the points of wanted curves, of which earlier ones still hold. */
  private static final class WantedPoints implements PointSink {
    private final Map<String, CurveSeries.Origin> wanted;
    private final PointSink to;
    private final Map<String, Integer> clears = new HashMap<>();

    WantedPoints(Map<String, CurveSeries.Origin> wanted, PointSink to) {
      this.wanted = wanted;
      this.to = to;
    }

    @Override
    public void add(String signal, int attempt, double position, double time, double value) {
      CurveSeries.Origin origin = wanted.get(signal);
      if (origin != null && clears.getOrDefault(signal, 0) >= origin.clears()) {
        to.add(signal, attempt, position, time, value / origin.whole());
      }
    }

    @Override
    public void clear(String signal) {
      clears.merge(signal, 1, Integer::sum);
    }
  }
}
