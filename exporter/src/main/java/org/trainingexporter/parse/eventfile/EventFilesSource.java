package org.trainingexporter.parse.eventfile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.event.grammar.NamedSet;
import org.trainingexporter.parse.eventfile.files.AddedScalars;
import org.trainingexporter.parse.eventfile.files.EventDirectory;
import org.trainingexporter.parse.eventfile.files.EventFileName;
import org.trainingexporter.parse.eventfile.files.EventLayout;
import org.trainingexporter.parse.eventfile.step.StepRecords;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.parse.source.RecordSource;
import org.trainingexporter.tail.FileAccess;

/**
 * The records of all event files of a run: those of its directory, and those of the directories
 * below that are its sets, in the order of their times. One thread.
 */
final class EventFilesSource implements RecordSource {
  private final Path run;
  private final EventLayout layout;
  private final FileAccess access;
  private final RejectionListener rejections;
  private final String rank;
  private final StepRecords records;
  private final Map<Path, DirectoryEvents> directories = new LinkedHashMap<>();

  /**
   * @param file any of the run's event files
   */
  EventFilesSource(
      Path file, FileAccess access, RecordReader reader, RejectionListener rejections) {
    this.run = EventDirectory.runOf(file);
    this.rank = EventFileName.rankOf(file);
    this.layout = new EventLayout(run);
    this.access = access;
    this.rejections = rejections;
    this.records = new StepRecords(reader, rejections);
  }

  @Override
  public boolean checkForChanges(double now) throws IOException {
    Optional<List<EventDirectory>> changed = layout.refresh(access.probe().nanos());
    for (EventDirectory directory : changed.orElse(List.of())) {
      Path path = directory.path();
      NamedSet set = path.equals(run) ? NamedSet.NONE : EventDirectory.setOf(path);
      List<Path> files =
          directory.files().stream().filter(f -> EventFileName.rankOf(f).equals(rank)).toList();
      if (!files.isEmpty()) {
        directories.computeIfAbsent(path, p -> events(p, set)).assign(files);
      }
    }
    boolean more = false;
    for (DirectoryEvents directory : directories.values()) {
      more |= directory.checkForChanges(now);
    }
    return more;
  }

  private DirectoryEvents events(Path path, NamedSet set) {
    boolean settings = !path.equals(run) && EventDirectory.isOfSettings(path);
    UnaryOperator<String> names =
        path.equals(run) ? tag -> tag : tag -> AddedScalars.tagOf(path, tag);
    return new DirectoryEvents(set, settings, names, records, access, rejections);
  }

  @Override
  public boolean next(LogRecord record) throws IOException {
    while (true) {
      DirectoryEvents from = earliest();
      if (from == null || !(from.joiner.hasWhole() || from.isSilent())) {
        return false;
      }
      if (records.next(from.joiner, from.set, record)) {
        return true;
      }
    }
  }

  /** The directory whose next step began first, whether it is whole or not; null for none. */
  private DirectoryEvents earliest() throws IOException {
    DirectoryEvents first = null;
    for (DirectoryEvents directory : directories.values()) {
      directory.fill();
      boolean has = !directory.joiner.isEmpty();
      if (has && (first == null || !(directory.joiner.nextTime() >= first.joiner.nextTime()))) {
        first = directory;
      }
    }
    return first;
  }

  @Override
  public boolean isGone() {
    return directories.values().stream().allMatch(DirectoryEvents::isGone);
  }

  @Override
  public long lag() {
    return directories.values().stream().mapToLong(DirectoryEvents::lag).sum();
  }

  @Override
  public long size() {
    return directories.values().stream().mapToLong(DirectoryEvents::size).sum();
  }

  @Override
  public double modified() {
    return directories.values().stream()
        .mapToDouble(DirectoryEvents::modified)
        .filter(m -> !Double.isNaN(m))
        .max()
        .orElse(Double.NaN);
  }
}
