package org.trainingexporter.parse.open;

import java.io.IOException;
import java.util.Optional;
import org.trainingexporter.parse.format.FileHead;
import org.trainingexporter.parse.format.HeadFacts;
import org.trainingexporter.parse.format.LogFiles;
import org.trainingexporter.parse.format.LogFormat;
import org.trainingexporter.parse.format.NearMiss;
import org.trainingexporter.parse.format.WriterRule;
import org.trainingexporter.parse.record.ParseContext;
import org.trainingexporter.parse.time.FullScan;
import org.trainingexporter.tail.FileAccess;

/**
 * Finds out what a file is. Its head decides whether it is a log; only a log whose head leaves
 * something open is read to its end. One thread.
 */
public final class LogProbe {
  private final FileAccess access;
  private final LogScanner scanner;

  LogProbe(FileAccess access, LogScanner scanner) {
    this.access = access;
    this.scanner = scanner;
  }

  /**
   * Profiles a file.
   *
   * @param context of the run that the log would belong to; it is not changed
   * @param now seconds since 1970
   * @throws IOException where the file cannot be read
   */
  public LogProfile probe(LogFiles files, ParseContext context, double now) throws IOException {
    access.probe().require(files.current());
    FileHead head = FileHead.read(files.current());
    LogFormat format = LogFormats.of(head);
    ParseContext own = context.fresh();
    HeadFacts facts = format.examine(head, access, own.reader());
    TimeBasis basis = basis(facts, own);
    boolean isOpen = facts.isLog() && (!facts.trains() || basis.needsScan());
    FullScan scan =
        isOpen
            ? scanner.scan(format, files, context, own.keys().times().found(), FullScan.NONE, now)
            : FullScan.NONE;
    return new LogProfile(
        format,
        facts.isLog(),
        facts.isBounded(),
        facts.trains() || scan.trains(),
        facts.firstTime(),
        basis,
        isOpen ? scan.keyTimes() : own.keys().times().found(),
        scan,
        WriterRule.writerOf(format, own.keys().all()),
        facts.isLog() ? Optional.empty() : miss(facts, head));
  }

  private static Optional<NearMiss.Miss> miss(HeadFacts facts, FileHead head) {
    return facts.nearMiss().hasRecords() ? facts.nearMiss().miss() : UnreadText.miss(head);
  }

  private static TimeBasis basis(HeadFacts facts, ParseContext context) {
    if (context.times().sawZoneless()) {
      return TimeBasis.LOCAL;
    }
    return Double.isNaN(facts.firstTime()) ? TimeBasis.FILE : TimeBasis.ZONED;
  }
}
