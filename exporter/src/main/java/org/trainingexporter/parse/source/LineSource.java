package org.trainingexporter.parse.source;

import java.io.IOException;
import java.util.Optional;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.tail.Block;
import org.trainingexporter.tail.LineTooLong;
import org.trainingexporter.tail.LogFile;

/**
 * The records of a file of lines. Of a file that is replaced, records that were read before are not
 * returned again.
 */
public final class LineSource implements RecordSource {
  private final LogFile file;
  private final LineParser parser;
  private final BlockFeed blocks;
  private final MutableRejections rejections;
  private final SeenRecords seen = new SeenRecords();
  private LogFile.FileChange change = LogFile.FileChange.UNCHANGED;
  private boolean inBlock;
  private boolean begun;
  private double silence;
  private boolean silent;

  /**
   * @param rejections the parser reports to it too
   */
  public LineSource(
      LogFile file, BlockFeed blocks, LineParser parser, MutableRejections rejections) {
    this.file = file;
    this.blocks = blocks;
    this.parser = parser;
    this.rejections = rejections;
  }

  @Override
  public boolean checkForChanges(double now) throws IOException {
    change = file.checkForChanges();
    silence = file.silence(now);
    silent = silence >= SILENCE;
    return inBlock || blocks.hasMore() || change == LogFile.FileChange.CHANGED;
  }

  @Override
  public boolean next(LogRecord record) throws IOException {
    while (true) {
      if (inBlock && parser.next(record)) {
        rejections.hide(false);
        if (isNew(record)) {
          return true;
        }
        continue;
      }
      inBlock = false;
      try {
        Optional<Block> block =
            blocks.next(parser, silent ? last -> parser.isWhole(last, silence) : null);
        if (block.isEmpty() && !isReadAgain()) {
          blocks.release();
          return false;
        } else if (block.isEmpty()) {
          continue;
        }
        if (block.get().isFirst()) {
          begin();
        }
        parser.accept(block.get(), blocks.scan());
        inBlock = true;
      } catch (LineTooLong e) {
        reject(e);
      }
    }
  }

  /** The first file is known to be a log; one that follows must have a record first. */
  private void begin() {
    rejections.hide(begun);
    begun = true;
    if (blocks.isReplacement()) {
      seen.reread();
    } else {
      seen.clear();
    }
    rejections.mute(seen.isRereading());
  }

  private boolean isNew(LogRecord record) {
    SeenSums.Verdict verdict = seen.check(record);
    rejections.mute(seen.isRereading());
    if (verdict == SeenSums.Verdict.DIFFERENT) {
      blocks.reread();
      inBlock = false;
    }
    return verdict == SeenSums.Verdict.NEW;
  }

  /** A file that is silent for long is not being written anew; its last records then count. */
  private boolean isReadAgain() {
    boolean again = silent && seen.end();
    rejections.mute(seen.isRereading());
    if (again) {
      blocks.reread();
    }
    return again;
  }

  private void reject(LineTooLong e) {
    if (e.isFirst()) {
      begin();
      parser.begin();
    }
    String detail = "longer than tail.max-line-bytes";
    rejections.rejected(Rejection.TOO_LONG, parser.line(), "", detail);
    parser.skipLine();
  }

  @Override
  public boolean isGone() {
    return change == LogFile.FileChange.GONE;
  }

  @Override
  public long lag() {
    return file.lag() + blocks.bytes();
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
