package org.trainingexporter.parse.epochfiles;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.parse.json.JsonFactories;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.parse.source.RecordSource;
import org.trainingexporter.tail.FileState;
import org.trainingexporter.tail.age.Silence;

/**
 * The records of all files of a directory that belong to one log, in the order of their epochs. A
 * file that changes is read again. One thread.
 */
final class EpochFilesSource implements RecordSource {
  private final Path series;
  private final FileState.Probe probe;
  private final RecordReader reader;
  private final RejectionListener rejections;
  private final Map<Long, FileState> read = new HashMap<>();
  private final Deque<Map.Entry<Long, Path>> pending = new ArrayDeque<>();
  private final Map<Long, FileState> states = new HashMap<>();

  /** Of the files that are not whole. */
  private final Map<Long, Silence> silences = new HashMap<>();

  private boolean gone;
  private long size;
  private double modified = Double.NaN;
  private double now;

  /**
   * @param file any of the log's files
   */
  EpochFilesSource(
      Path file, FileState.Probe probe, RecordReader reader, RejectionListener rejections) {
    this.series = EpochFileName.of(file).orElseThrow().series();
    this.probe = probe;
    this.reader = reader;
    this.rejections = rejections;
  }

  @Override
  public boolean checkForChanges(double at) throws IOException {
    now = at;
    if (!pending.isEmpty()) {
      return true;
    }
    states.clear();
    size = 0;
    NavigableMap<Long, Path> files = files();
    gone = files.isEmpty();
    for (Map.Entry<Long, Path> file : files.entrySet()) {
      try {
        FileState state = probe.of(file.getValue());
        states.put(file.getKey(), state);
        size += state.size();
        modified = Double.isNaN(modified) ? 0 : modified;
        modified = Math.max(modified, state.modifiedSeconds());
        if (!state.equals(read.get(file.getKey()))) {
          pending.add(file);
        }
      } catch (NoSuchFileException e) {
        // Gone since the directory was listed.
      }
    }
    return !pending.isEmpty();
  }

  private NavigableMap<Long, Path> files() throws IOException {
    NavigableMap<Long, Path> files = new TreeMap<>();
    try (DirectoryStream<Path> all =
        Files.newDirectoryStream(series.toAbsolutePath().getParent())) {
      for (Path entry : all) {
        EpochFileName.of(series.resolveSibling(entry.getFileName()))
            .filter(name -> name.series().equals(series))
            .ifPresent(name -> files.put(name.epoch(), entry));
      }
    } catch (NoSuchFileException e) {
      return files;
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return files;
  }

  @Override
  public boolean next(LogRecord record) throws IOException {
    while (!pending.isEmpty()) {
      Map.Entry<Long, Path> file = pending.remove();
      long epoch = file.getKey();
      try (JsonParser p = JsonFactories.document(file.getValue())) {
        if (p.nextToken() == JsonToken.START_OBJECT) {
          readFile(p, epoch, record);
          read.put(epoch, states.get(epoch));
          return true;
        }
        reject(Rejection.NOT_OBJECT, epoch, "no object");
      } catch (JsonProcessingException e) {
        reject(Rejection.NOT_JSON, epoch, e.getOriginalMessage());
      } catch (NoSuchFileException gone) {
        // since it was listed: the next file may still be there
      } catch (IOException e) {
        pending.addFirst(file); // it is still to be read
        throw e;
      }
    }
    return false;
  }

  private void readFile(JsonParser p, long epoch, LogRecord record) throws IOException {
    reader.begin(record, epoch);
    reader.readObject(p, record);
    Field field = reader.field("epoch");
    if (!record.has(Signal.EPOCH)) {
      reader.addNumber(field, (double) epoch, record);
    }
    reader.report(record, rejections);
  }

  /** Half a file is no fault while it may still be being written. */
  private void reject(Rejection reason, long epoch, String detail) {
    FileState state = states.get(epoch);
    Silence silence = silences.computeIfAbsent(epoch, e -> new Silence());
    if (silence.seconds(state, state.modifiedSeconds(), now, probe.nanos()) >= SILENCE) {
      silences.remove(epoch);
      read.put(epoch, state);
      rejections.rejected(reason, epoch, "", detail);
    }
  }

  @Override
  public boolean isGone() {
    return gone;
  }

  @Override
  public long lag() {
    return pending.stream().mapToLong(f -> states.get(f.getKey()).size()).sum();
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public double modified() {
    return modified;
  }
}
