package org.trainingexporter.parse.source;

import java.io.IOException;
import java.util.Optional;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.tail.Block;
import org.trainingexporter.tail.LineTooLong;
import org.trainingexporter.tail.LogFile;
import org.trainingexporter.tail.ReadBuffer;

/** The records of a line log. */
public final class LineSource implements RecordSource {
  /** Silence after which a last line without its end is read as it stands, in seconds. */
  private static final double OLD = 10;

  private final LogFile file;
  private final LineFormat format;
  private final ReadBuffer buffer;
  private final RejectionListener rejections;
  private LogFile.FileChange found = LogFile.FileChange.UNCHANGED;
  private boolean inBlock;
  private boolean old;
  private double silence;

  public LineSource(
      LogFile file, LineFormat format, ReadBuffer buffer, RejectionListener rejections) {
    this.file = file;
    this.format = format;
    this.buffer = buffer;
    this.rejections = rejections;
  }

  @Override
  public boolean checkForChanges(double now) throws IOException {
    found = file.checkForChanges();
    silence = now - file.modified();
    old = silence >= OLD;
    return inBlock || found == LogFile.FileChange.CHANGED;
  }

  @Override
  public boolean next(LogRecord record) throws IOException {
    while (true) {
      if (inBlock && format.next(record)) {
        return true;
      }
      inBlock = false;
      try {
        Optional<Block> block = file.read(buffer, old);
        if (block.isEmpty()) {
          buffer.release();
          return false;
        }
        if (block.get().isUnended() && file.isLive() && !format.isWhole(block.get(), silence)) {
          file.giveBack(block.get());
          return false;
        }
        format.accept(block.get());
        inBlock = true;
      } catch (LineTooLong e) {
        if (e.isFirst()) {
          format.begin();
        }
        rejections.rejected(
            Rejection.TOO_LONG, format.line(), "", "longer than tail.max-line-bytes");
        format.skipLine();
      }
    }
  }

  @Override
  public boolean isGone() {
    return found == LogFile.FileChange.GONE;
  }

  @Override
  public long lag() {
    return file.lag();
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
