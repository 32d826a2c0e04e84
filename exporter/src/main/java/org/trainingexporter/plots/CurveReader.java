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
import org.trainingexporter.watch.PublishedRun;
import org.trainingexporter.watch.Replay;
import org.trainingexporter.watch.Watcher;
import org.trainingexporter.watch.log.PollResult;

/**
 * Reads one run's logs for its curves: from the first byte at first, later only what is new. Used
 * by one thread.
 */
final class CurveReader {
  private final CurveSelection selection;
  private final CurveRecorder recorder;
  private final Replay replay;
  private final LongSupplier versions;
  private final PendingPoints pending = new PendingPoints();
  private PointBacklog backlog;
  private PublishedRun lastRead;
  private long version;

  /**
   * @param versions gives the next version number; they rise
   */
  CurveReader(Watcher watcher, PublishedRun run, CurveSelection selection, LongSupplier versions) {
    this.selection = selection;
    this.recorder = new CurveRecorder(selection);
    this.replay = watcher.replay(run, recorder);
    this.versions = versions;
  }

  /** Whether this reader is still for that run, and records all that is requested. */
  boolean isOf(PublishedRun run, CurveSelection requested) {
    return selection.covers(requested) && replay.isOf(run);
  }

  CurveSelection selection() {
    return selection;
  }

  /**
   * Reads for some tens of milliseconds at most.
   *
   * @param now seconds since 1970
   * @return whether more can be read at once
   */
  boolean poll(PublishedRun run, double now) throws IOException {
    if (isRead(run)) {
      return false;
    }
    if (replay.poll(run, now) == PollResult.MORE) {
      return true;
    }
    lastRead = run;
    version = versions.getAsLong();
    if (backlog == null) {
      backlog = new PointBacklog(version);
      recorder.publishTo(pending);
    } else if (pending.isReset()) {
      pending.drain(recorder::scale);
      backlog.breakOff(version);
    } else if (!pending.isEmpty()) {
      backlog.add(version, pending.drain(recorder::scale));
    }
    return false;
  }

  @SuppressWarnings("ReferenceEquality") // A run that changed is published as a new object.
  private boolean isRead(PublishedRun run) {
    return backlog != null && run == lastRead;
  }

  /** Changes whenever the curves do. */
  long version() {
    return version;
  }

  /** The points added after that version; empty until the logs were read to their end once. */
  Optional<CurveUpdate> since(long after) {
    return Optional.ofNullable(backlog).map(it -> shown(it.since(after)));
  }

  private CurveUpdate shown(CurveUpdate update) {
    List<CurveSeries> series =
        update.series().stream()
            .filter(it -> Curve.of(it.signal()).map(this::has).orElse(true))
            .toList();
    return new CurveUpdate(update.reset(), series);
  }

  private boolean has(Curve curve) {
    return recorder.has(curve, lastRead.run().identity().writer());
  }

  /** The names of the curves that have points, in the order of {@link Curve}. */
  List<String> signals() {
    return Curve.all().stream().filter(this::has).map(c -> c.label).toList();
  }

  /** The same; empty until the logs were read to their end once. */
  Optional<List<String>> knownSignals() {
    return Optional.ofNullable(backlog).map(it -> signals());
  }

  List<CurveSeries> series(CurveRequest request) {
    List<CurveSeries> series = new ArrayList<>();
    if (selection.isStandard()) {
      for (Curve curve : Curve.all()) {
        if (request.includes(curve) && has(curve)) {
          DownsampledSeries points = recorder.points(curve);
          points.downsample(request.points());
          series.add(points.series(curve.label, recorder.scale(curve)));
        }
      }
    } else {
      for (String key : request.keys()) {
        DownsampledSeries points = recorder.points(key);
        if (points != null && !points.isEmpty()) {
          points.downsample(request.points());
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
