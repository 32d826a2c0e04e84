package org.trainingexporter.plots;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.trainingexporter.watch.Replay;
import org.trainingexporter.watch.Watched;
import org.trainingexporter.watch.Watcher;

/**
 * One run read for its curves: read once from the first byte, and on from there whenever somebody
 * asks. One thread.
 */
final class Reading {
  private final Selection selection;
  private final Recorder recorder;
  private final Replay replay;
  private final LongSupplier numbers;
  private final Fresh fresh = new Fresh();
  private Trail trail;
  private Watched read;
  private long version;

  /**
   * @param numbers the next number of what is told, rising
   */
  Reading(Watcher watcher, Watched run, Selection selection, LongSupplier numbers) {
    this.selection = selection;
    this.recorder = new Recorder(selection);
    this.replay = watcher.replay(run, recorder);
    this.numbers = numbers;
  }

  /** Whether it still reads that run, and all that is asked for. */
  boolean isOf(Watched run, Selection asked) {
    return selection.covers(asked) && replay.isOf(run);
  }

  Selection selection() {
    return selection;
  }

  /**
   * Reads on, some tens of milliseconds at most.
   *
   * @return whether there is more to read at once
   */
  boolean poll(Watched run, double now) throws IOException {
    if (isRead(run)) {
      return false;
    }
    if (replay.poll(run, now)) {
      return true;
    }
    read = run;
    version = numbers.getAsLong();
    if (trail == null) {
      trail = new Trail(version);
      recorder.tell(fresh);
    } else if (fresh.isBroken()) {
      fresh.take(recorder::whole);
      trail.breakOff(version);
    } else if (!fresh.isEmpty()) {
      trail.add(version, fresh.take(recorder::whole));
    }
    return false;
  }

  @SuppressWarnings("ReferenceEquality") // A run that has changed is another object.
  private boolean isRead(Watched run) {
    return trail != null && run == read;
  }

  long version() {
    return version;
  }

  /** Empty until all was read once. */
  Optional<News> since(long number) {
    return Optional.ofNullable(trail).map(it -> it.since(number));
  }

  /** The curves that have points, in the order that they are shown. */
  List<String> signals() {
    return Curve.all().stream().filter(recorder::has).map(c -> c.label).toList();
  }

  List<Series> series(Query query) {
    List<Series> series = new ArrayList<>();
    if (selection.isStandard()) {
      for (Curve curve : Curve.all()) {
        if (query.asks(curve) && recorder.has(curve)) {
          Points points = recorder.points(curve);
          points.thin(query.points());
          series.add(points.series(curve.label, recorder.whole(curve)));
        }
      }
    } else {
      for (String key : query.keys()) {
        Points points = recorder.points(key);
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
