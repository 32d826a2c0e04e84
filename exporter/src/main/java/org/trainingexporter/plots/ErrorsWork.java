package org.trainingexporter.plots;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.trainingexporter.plots.SlicedExecutor.Slice;
import org.trainingexporter.plots.SlicedExecutor.SlicedWork;
import org.trainingexporter.plots.curve.LoggedError;
import org.trainingexporter.service.step.GuardedCalls;
import org.trainingexporter.watch.PublishedRun;
import org.trainingexporter.watch.Watcher;

/** Reads a run's errors with its curves, and then their tracebacks from the ends of its logs. */
final class ErrorsWork implements SlicedWork<Optional<List<LoggedError>>> {
  private final String run;
  private final SlicedWork<Optional<CurveResponse>> curves;
  private final Watcher watcher;
  private final GuardedCalls calls;
  private Optional<List<LoggedError>> errors = Optional.empty();
  private boolean areCurvesRead;

  ErrorsWork(
      String run, SlicedWork<Optional<CurveResponse>> curves, Watcher watcher, GuardedCalls calls) {
    this.run = run;
    this.curves = curves;
    this.watcher = watcher;
    this.calls = calls;
  }

  @Override
  public Slice runSlice() throws IOException {
    if (!areCurvesRead) {
      return readCurves();
    }
    if (errors.isEmpty() || errors.get().isEmpty()) {
      return Slice.DONE;
    }
    if (HungReadException.mustWait(calls, run)) {
      return Slice.WAITS;
    }
    List<Path> logs = watcher.watched(run).map(PublishedRun::paths).orElse(List.of());
    Optional<Tracebacks> ends = calls.call(run, () -> Tracebacks.of(logs));
    ends.ifPresent(it -> errors = errors.map(it::addTo));
    return ends.isPresent() ? Slice.DONE : Slice.WAITS;
  }

  private Slice readCurves() throws IOException {
    Slice slice = curves.runSlice();
    if (slice != Slice.DONE) {
      return slice;
    }
    areCurvesRead = true;
    errors = curves.result().map(CurveResponse::errors);
    return Slice.MORE;
  }

  @Override
  public Optional<List<LoggedError>> result() {
    return errors;
  }

  @Override
  public void failed() {
    curves.failed();
  }
}
