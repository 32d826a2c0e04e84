package org.trainingexporter.parse.wandb;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.parse.source.RecordSource;
import org.trainingexporter.parse.source.SeenSums;
import org.trainingexporter.parse.wandb.frame.ChunkReader;
import org.trainingexporter.tail.ByteFile;
import org.trainingexporter.tail.FileAccess;
import org.trainingexporter.tail.LogFile;

/**
 * The records of one of W&B's files as it grows. Of a file that is replaced, messages that were
 * read before do not come again. One thread.
 */
final class WandbSource implements RecordSource {
  private final ByteFile file;
  private final ChunkReader chunks;
  private final WandbRecords records;
  private final RejectionListener rejections;
  private final SeenSums seen = new SeenSums();
  private LogFile.FileChange change = LogFile.FileChange.UNCHANGED;
  private boolean more;
  private boolean silent;
  private long number;
  private long badFrames;
  private long tooLong;

  WandbSource(Path path, FileAccess access, RecordReader reader, RejectionListener rejections) {
    this.file = new ByteFile(path, access.probe());
    this.chunks = new ChunkReader(file, access.longestLine());
    this.records = new WandbRecords(reader, this::rejected);
    this.rejections = rejections;
  }

  private void rejected(Rejection reason, long line, String key, String detail) {
    if (!seen.isRereading()) {
      rejections.rejected(reason, line, key, detail);
    }
  }

  @Override
  public boolean checkForChanges(double now) throws IOException {
    change = file.checkForChanges();
    silent = file.silence(now) >= SILENCE;
    if (change == LogFile.FileChange.CHANGED) {
      more = true;
      chunks.resume();
    }
    if (file.isReplaced()) {
      restart();
    }
    return more || (silent && seen.isRereading());
  }

  private void restart() {
    chunks.restart();
    seen.reread();
    records.begin();
    number = 0;
  }

  @Override
  public boolean next(LogRecord record) throws IOException {
    while (true) {
      byte[] message = chunks.next();
      countLost();
      if (message == null) {
        more = false;
        if (!silent || !seen.end()) {
          return false;
        }
        reread();
        continue;
      }
      number++;
      switch (seen.check(Arrays.hashCode(message))) {
        case NEW -> {
          if (records.read(message, number, record)) {
            return true;
          }
        }
        case SEEN -> records.skip(message);
        case DIFFERENT -> reread();
      }
    }
  }

  private void reread() {
    file.reread();
    restart();
  }

  private void countLost() {
    for (; badFrames < chunks.badFrames(); badFrames++) {
      String detail = "a wrong checksum, length or order at byte " + file.offset();
      rejected(Rejection.BAD_FRAME, number + 1, "", detail);
    }
    for (; tooLong < chunks.tooLong(); tooLong++) {
      rejected(Rejection.TOO_LONG, number + 1, "", "longer than tail.max-line-bytes");
    }
  }

  @Override
  public boolean isGone() {
    return change == LogFile.FileChange.GONE;
  }

  @Override
  public long lag() {
    return Math.max(0, file.size() - file.offset());
  }

  @Override
  public long size() {
    return file.size();
  }

  @Override
  public double modified() {
    return file.modified();
  }
}
