package org.trainingexporter.parse.eventfile;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.file.Path;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.parse.eventfile.files.EventFileName;
import org.trainingexporter.parse.eventfile.frame.FrameReader;
import org.trainingexporter.parse.eventfile.message.EventReader;
import org.trainingexporter.parse.eventfile.message.ScalarScan;
import org.trainingexporter.parse.source.RecordSource;
import org.trainingexporter.parse.source.SeenSums;
import org.trainingexporter.tail.ByteFile;
import org.trainingexporter.tail.FileAccess;
import org.trainingexporter.tail.LogFile.FileChange;

/**
 * The events of one file as it grows. A frame with a wrong checksum ends the file until it grows or
 * is replaced. Of a file that is replaced, events that were read before are not returned again. One
 * thread.
 */
final class EventFile {
  private final ByteFile file;
  private final FrameReader frames;
  private final RejectionListener rejections;
  private final SeenSums seen = new SeenSums();
  final double stamp;

  /** Its place among the files of its directory. */
  final int place;

  private boolean pending;
  private boolean found;
  private boolean gone;
  private boolean stopped;
  private boolean silent;
  private double silence;
  private long badAt = -1;
  private long frame;

  EventFile(Path path, int place, FileAccess access, RejectionListener rejections) {
    this.file = new ByteFile(path, access.probe());
    this.frames = new FrameReader(file, access.ahead(), ScalarScan::new);
    this.rejections = rejections;
    this.stamp = EventFileName.stamp(path);
    this.place = place;
  }

  /** Compares the file with what was read of it; whether it has changed. */
  boolean checkForChanges(double now) throws IOException {
    FileChange change = file.checkForChanges();
    gone = change == FileChange.GONE;
    boolean wasSilent = silent;
    silence = file.silence(now);
    silent = silence >= RecordSource.SILENCE;
    if (gone) {
      return false;
    }
    if (file.isReplaced()) {
      beginAgain();
      badAt = -1;
    }
    boolean changed = change == FileChange.CHANGED;
    stopped &= !changed;
    // Silence decides what becomes of a rest that cannot be read.
    pending |= changed || (silent && !wasSilent && !stopped);
    return changed;
  }

  private void beginAgain() {
    seen.reread();
    found = false;
    goToStart();
  }

  private void reread() {
    file.reread();
    goToStart();
  }

  private void goToStart() {
    frames.drop();
    frame = 0;
  }

  /** Whether there may be more to read now. */
  boolean isPending() {
    return pending;
  }

  /** Whether a frame follows. */
  boolean hasNext() throws IOException {
    while (pending && !found) {
      switch (frames.next()) {
        case FRAME -> found = true;
        case END -> end();
        case BAD -> {
          if (silent || !frames.isBlank()) {
            stop();
          }
          pause();
        }
      }
    }
    return found;
  }

  /** A file that is silent for long is not being written anew; its last events then count. */
  private void end() throws IOException {
    boolean again = silent && seen.end();
    if (again) {
      reread();
    } else {
      pause();
    }
  }

  private void pause() throws IOException {
    pending = false;
    frames.drop();
    file.pause();
  }

  private void stop() {
    stopped = true;
    if (badAt != file.offset()) {
      badAt = file.offset();
      String where = file.path().getFileName() + " at byte " + badAt;
      rejections.rejected(Rejection.BAD_FRAME, frame + 1, "", where + ": a wrong checksum");
    }
  }

  /** When the event of the next frame was written; NaN where that is not known at once. */
  double nextTime() {
    return frames.leadingDouble();
  }

  /**
   * Reads the frame that was found.
   *
   * @return false where it holds no event, or one that was read before
   */
  boolean read(EventReader reader, EventReader.Values to) throws IOException {
    found = false;
    frame++;
    switch (seen.check(frames.checksum())) {
      case SEEN -> {
        frames.advance();
        return false;
      }
      case DIFFERENT -> {
        reread();
        return false;
      }
      case NEW -> {}
    }
    try {
      if (frames.scan() instanceof ScalarScan scan && scan.isPlain(frames.numberInScan())) {
        reader.read(scan, frames.numberInScan(), to);
      } else {
        reader.read(frames.payload(), to);
      }
      return true;
    } catch (InvalidProtocolBufferException e) {
      String what = file.path().getFileName() + ": no event: " + e.getMessage();
      rejections.rejected(Rejection.BAD_FRAME, frame, "", what);
      return false;
    } finally {
      frames.advance();
    }
  }

  /** Whether its first frame comes next. */
  boolean isAtStart() {
    return frame == 0;
  }

  /** The number of the newest frame that was read, from 1. */
  long frame() {
    return frame;
  }

  boolean isGone() {
    return gone;
  }

  /** Bytes that can still be read: none behind a frame that cannot. */
  long lag() {
    return stopped || gone ? 0 : Math.max(0, file.size() - file.offset());
  }

  long size() {
    return gone ? 0 : file.size();
  }

  double modified() {
    return file.modified();
  }

  /** For how many seconds it had not been written at the last check. */
  double silence() {
    return silence;
  }
}
