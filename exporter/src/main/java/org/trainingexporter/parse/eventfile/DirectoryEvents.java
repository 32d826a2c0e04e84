package org.trainingexporter.parse.eventfile;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.event.grammar.NamedSet;
import org.trainingexporter.parse.eventfile.message.EventReader;
import org.trainingexporter.parse.eventfile.message.SummaryValue;
import org.trainingexporter.parse.eventfile.step.StepJoiner;
import org.trainingexporter.parse.eventfile.step.StepRecords;
import org.trainingexporter.parse.eventfile.step.TagReading;
import org.trainingexporter.tail.FileAccess;

/**
 * The events of one directory: its files one after the other in the order of their stamps; of files
 * that were written at the same time, events in the order of their times. One thread.
 */
final class DirectoryEvents {
  /** Further tags are passed over, so that a file that invents tags costs no memory. */
  private static final int MOST_TAGS = 10_000;

  final NamedSet set;
  private final boolean settingsAlone;
  private final UnaryOperator<String> names;
  final StepJoiner joiner = new StepJoiner();
  private final FileAccess access;
  private final RejectionListener rejections;
  private final EventReader reader = new EventReader();
  private final Map<Path, EventFile> known = new LinkedHashMap<>();
  private final List<EventFile> files = new ArrayList<>();
  private final List<EventFile> pending = new ArrayList<>();
  private final Map<ByteString, TagReading> tags = new HashMap<>();
  private final TagValues values;
  private final EventReader.Values adder = this::add;
  private final TagReading.OpenFiles isOpen = this::isOpen;
  private TagReading newest;
  private EventFile reading;
  private double silence = Double.NaN;

  /**
   * A directory without files yet.
   *
   * @param settingsAlone whether nothing but its settings counts
   * @param names gives the name that a tag has in the run
   */
  DirectoryEvents(
      NamedSet set,
      boolean settingsAlone,
      UnaryOperator<String> names,
      StepRecords records,
      FileAccess access,
      RejectionListener rejections) {
    this.set = set;
    this.settingsAlone = settingsAlone;
    this.names = names;
    this.access = access;
    this.rejections = rejections;
    this.values = new TagValues(records, joiner);
  }

  /** Sets the files that it has now, the oldest first. A file that came late is read last. */
  void assign(List<Path> present) {
    for (Path path : present) {
      known.computeIfAbsent(
          path,
          p -> {
            EventFile file = new EventFile(p, files.size(), access, rejections);
            files.add(file);
            return file;
          });
    }
  }

  /** Checks its files; whether there may be more to read. */
  boolean checkForChanges(double at) throws IOException {
    silence = Double.NaN;
    pending.clear();
    for (EventFile file : files) {
      file.checkForChanges(at);
      if (Double.isNaN(silence) || file.silence() < silence) {
        silence = file.silence();
      }
      if (file.isPending()) {
        pending.add(file);
      }
    }
    return !pending.isEmpty() || (!joiner.isEmpty() && isSilent());
  }

  /** Whether so long nothing was written that the newest step counts as whole. */
  boolean isSilent() {
    return silence >= joiner.pause();
  }

  /** Reads on until a group is whole or nothing is left to read. */
  void fill() throws IOException {
    while (!joiner.hasWhole()) {
      EventFile next = nextFile();
      if (next == null) {
        return;
      }
      read(next);
    }
  }

  private EventFile nextFile() throws IOException {
    while (!pending.isEmpty() && !pending.get(0).hasNext()) {
      pending.remove(0);
    }
    if (pending.size() <= 1) {
      return pending.isEmpty() ? null : pending.get(0);
    }
    EventFile first = pending.get(0);
    for (int i = 1; i < pending.size(); i++) {
      EventFile other = pending.get(i);
      if (other.stamp > first.nextTime()) {
        break; // begun later, as are all behind it
      }
      if (other.hasNext() && other.nextTime() < first.nextTime()) {
        first = other;
      }
    }
    return first;
  }

  private void read(EventFile file) throws IOException {
    if (file.isAtStart()) {
      joiner.beginFile();
    }
    reading = file;
    file.read(reader, adder);
    if (!reader.settings().isEmpty()) {
      joiner.beginEvent(reader.time(), reader.step(), file.frame());
      joiner.addSettings(new LinkedHashMap<>(reader.settings().texts()));
    }
  }

  private void add(SummaryValue value) {
    if (settingsAlone) {
      return;
    }
    TagReading tag = tag(value.tag());
    if (tag != null && tag.accepts(reading.place, isOpen)) {
      joiner.beginEvent(reader.time(), reader.step(), reading.frame());
      values.add(tag, value, reading.frame());
    }
  }

  private boolean isOpen(int place) {
    return files.get(place).isPending();
  }

  /** Events mostly come in the order in which they came before. */
  private TagReading tag(ByteString name) {
    TagReading before = newest;
    newest = before != null && before.isFollowedBy(name) ? before.following() : find(name);
    if (before != null && newest != null) {
      before.setFollowing(newest);
    }
    return newest;
  }

  private TagReading find(ByteString name) {
    TagReading tag = tags.get(name);
    if (tag == null && tags.size() < MOST_TAGS && !name.isEmpty()) {
      tag = new TagReading(name, names.apply(name.toStringUtf8()), set.isHeldOut());
      tags.put(name, tag);
    }
    return tag;
  }

  boolean isGone() {
    return files.stream().allMatch(EventFile::isGone);
  }

  long lag() {
    return files.stream().mapToLong(EventFile::lag).sum();
  }

  long size() {
    return files.stream().mapToLong(EventFile::size).sum();
  }

  /** When the newest of its files was written; NaN where it has none. */
  double modified() {
    double newest = Double.NaN;
    for (EventFile file : files) {
      newest = file.modified() <= newest ? newest : file.modified();
    }
    return newest;
  }
}
