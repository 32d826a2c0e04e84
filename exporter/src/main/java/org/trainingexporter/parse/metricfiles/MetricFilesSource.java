package org.trainingexporter.parse.metricfiles;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.parse.metricfiles.step.StepJoin;
import org.trainingexporter.parse.metricfiles.step.StepSource;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.parse.source.RecordSource;
import org.trainingexporter.tail.FileAccess;
import org.trainingexporter.tail.age.Silence;

/**
 * A directory with a file for each metric as one log. First comes a record with the run's start,
 * then one for each step, last one with its end. One thread.
 */
public final class MetricFilesSource implements RecordSource {
  /** So many seconds after the last write the newest step counts as whole. */
  private static final double STEP_SILENCE = 2;

  /** A run that was not written for so many seconds is compared with its files only so often. */
  private static final double QUIET = 60;

  private static final long QUIET_EVERY = 10_000_000_000L;

  private final MetricStore store;
  private final FileAccess access;
  private final RecordReader reader;
  private final RejectionListener rejections;
  private final MetricTree tree;
  private final Map<Path, MetricFile> files = new LinkedHashMap<>();
  private final Map<Path, String> names = new HashMap<>();
  private final List<StepSource> sources = new ArrayList<>();
  private final StepJoin join;
  private final RunNotes notes;
  private boolean gone;
  private boolean silent;
  private final Silence silence = new Silence();
  private double quiet;
  private long checked;
  private double modified = Double.NaN;

  public MetricFilesSource(
      MetricStore store, FileAccess access, RecordReader reader, RejectionListener rejections) {
    this.store = store;
    this.access = access;
    this.reader = reader;
    this.rejections = rejections;
    this.tree = new MetricTree(store.metrics());
    this.join = new StepJoin(reader, rejections);
    this.notes = new RunNotes(store, reader);
  }

  @Override
  public boolean checkForChanges(double now) throws IOException {
    gone = !store.checkForChanges();
    if (gone) {
      return false;
    }
    long nanos = access.probe().nanos();
    boolean isQuiet = quiet >= QUIET && nanos - checked < QUIET_EVERY;
    if (!isQuiet) {
      checked = nanos;
      checkFiles(now);
    }
    quiet = silence.seconds(modified, modified, now, nanos);
    silent = store.facts().hasEnded() || !(quiet < STEP_SILENCE);
    return true;
  }

  private void checkFiles(double now) throws IOException {
    for (Path path : tree.files(access.probe().nanos())) {
      if (!names.containsKey(path)) {
        open(path);
      }
    }
    IOException failure = null;
    for (MetricFile file : files.values()) {
      try {
        if (file.checkForChanges(now, SILENCE)) {
          modified = Double.isNaN(modified) ? 0 : modified;
          modified = Math.max(modified, file.modified());
        }
      } catch (IOException e) {
        failure = e;
      }
    }
    sources.clear();
    sources.addAll(files.values());
    sources.addAll(store.others(Set.copyOf(names.values())));
    if (failure != null) {
      throw failure;
    }
  }

  private void open(Path path) {
    Optional<String> name = store.metric(store.metrics().relativize(path));
    names.put(path, name.orElse(""));
    if (name.isPresent()) {
      MetricFile file =
          new MetricFile(
              path,
              name.get(),
              reader.field(name.get()),
              store.form(name.get()),
              access,
              rejections);
      files.put(path, file);
    }
  }

  @Override
  public boolean next(LogRecord record) throws IOException {
    if (gone) {
      return false;
    }
    if (notes.opening(record)) {
      return true;
    }
    try {
      if (join.next(sources, silent, record)) {
        notes.addToStep(record);
        return true;
      }
    } catch (NoSuchFileException e) {
      return false; // gone since the check: the next one finds what there is then
    }
    return notes.closing(record);
  }

  @Override
  public boolean isGone() {
    return gone;
  }

  @Override
  public long lag() {
    return files.values().stream().mapToLong(MetricFile::lag).sum();
  }

  @Override
  public long size() {
    return files.values().stream().mapToLong(MetricFile::size).sum();
  }

  @Override
  public double modified() {
    return modified;
  }
}
