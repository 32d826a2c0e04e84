package org.trainingexporter.plots;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.trainingexporter.plots.curve.Curve;
import org.trainingexporter.plots.curve.CurveRecorder;
import org.trainingexporter.plots.curve.CurveSelection;
import org.trainingexporter.plots.curve.CurveSeries;
import org.trainingexporter.plots.curve.CurveUpdate;
import org.trainingexporter.plots.curve.DownsampledSeries;
import org.trainingexporter.plots.curve.LoggedError;
import org.trainingexporter.plots.curve.PendingPoints;
import org.trainingexporter.plots.curve.PointBacklog;
import org.trainingexporter.watch.PollResult;
import org.trainingexporter.watch.PublishedRun;
import org.trainingexporter.watch.Replay;
import org.trainingexporter.watch.Watcher;

/**
 * One run read for its curves: read once from the first byte, and on from there whenever somebody
 * asks. One thread.
 */
final class CurveReader {
  private final CurveSelection selection;
  private final CurveRecorder recorder;
  private final Replay replay;
  private final LongSupplier numbers;
  private final PendingPoints fresh = new PendingPoints();
  private PointBacklog trail;
  private PublishedRun read;
  private long version;

  /**
   * @param numbers the next number of what is told, rising
   */
  CurveReader(Watcher watcher, PublishedRun run, CurveSelection selection, LongSupplier numbers) {
    this.selection = selection;
    this.recorder = new CurveRecorder(selection);
    this.replay = watcher.replay(run, recorder);
    this.numbers = numbers;
  }

  /** Whether it still reads that run, and all that is asked for. */
  boolean isOf(PublishedRun run, CurveSelection asked) {
    return selection.covers(asked) && replay.isOf(run);
  }

  CurveSelection selection() {
    return selection;
  }

  /**
   * Reads on, some tens of milliseconds at most.
   *
   * @return whether there is more to read at once
   */
  boolean poll(PublishedRun run, double now) throws IOException {
    if (isRead(run)) {
      return false;
    }
    if (replay.poll(run, now) == PollResult.MORE) {
      return true;
    }
    read = run;
    version = numbers.getAsLong();
    if (trail == null) {
      trail = new PointBacklog(version);
      recorder.publishTo(fresh);
    } else if (fresh.isBroken()) {
      fresh.drain(recorder::scale);
      trail.breakOff(version);
    } else if (!fresh.isEmpty()) {
      trail.add(version, fresh.drain(recorder::scale));
    }
    return false;
  }

  @SuppressWarnings("ReferenceEquality") // A run that has changed is another object.
  private boolean isRead(PublishedRun run) {
    return trail != null && run == read;
  }

  long version() {
    return version;
  }

  /** Empty until all was read once. */
  Optional<CurveUpdate> since(long number) {
    return Optional.ofNullable(trail).map(it -> it.since(number));
  }

  /** The curves that have points, in the order that they are shown. */
  List<String> signals() {
    return Curve.all().stream().filter(recorder::has).map(c -> c.label).toList();
  }

  List<CurveSeries> series(CurveRequest query) {
    List<CurveSeries> series = new ArrayList<>();
    if (selection.isStandard()) {
      for (Curve curve : Curve.all()) {
        if (query.asks(curve) && recorder.has(curve)) {
          DownsampledSeries points = recorder.points(curve);
          points.thin(query.points());
          series.add(points.series(curve.label, recorder.scale(curve)));
        }
      }
    } else {
      for (String key : query.keys()) {
        DownsampledSeries points = recorder.points(key);
        if (points != null && !points.isEmpty()) {
          points.thin(query.points());
          series.add(points.series(Curve.VALUE + key, 1));
        }
      }
    }
    return series;
  }

  List<LoggedError> errors() {
    return recorder.errors();
  }
}
