package org.trainingexporter.parse.metricfiles;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.parse.metricfiles.step.OpenStep;
import org.trainingexporter.parse.metricfiles.step.StepSource;
import org.trainingexporter.parse.source.SeenSums;
import org.trainingexporter.tail.Block;
import org.trainingexporter.tail.FileAccess;
import org.trainingexporter.tail.LineTooLong;
import org.trainingexporter.tail.LogFile;
import org.trainingexporter.tail.ReadBuffer;

/**
 * The rows of one metric's file as it grows. Of a file that is replaced, rows that were read before
 * do not come again. One thread.
 */
final class MetricFile implements StepSource {
  /** A longer line is none of a step, a value and a time. */
  private static final int LONGEST_LINE = 1 << 12;

  private final String name;
  private final Field field;
  private final RowForm form;
  private final RejectionListener rejections;
  private final LogFile file;
  private final ReadBuffer buffer = ReadBuffer.small();
  private final SeenSums seen = new SeenSums();
  private final MetricRow row = new MetricRow();
  private Block block;
  private int at;
  private boolean isFirst;
  private long line;
  private boolean filled;
  private boolean more;
  private boolean isSilent;
  private double previous = Double.NaN;
  private long attempt;

  /**
   * @param name of the metric, for messages
   * @param field of the metric; null for a key past the run's bound
   */
  MetricFile(
      Path path,
      String name,
      Field field,
      RowForm form,
      FileAccess access,
      RejectionListener rejections) {
    this.name = name;
    this.field = field;
    this.form = form;
    this.rejections = rejections;
    this.file = new LogFile(path, Optional.empty(), access.probe(), LONGEST_LINE);
  }

  /**
   * Compares the file with what was read of it.
   *
   * @return whether it is there
   */
  boolean checkForChanges(double now, double silence) throws IOException {
    LogFile.FileChange change = file.checkForChanges();
    isSilent = file.silence(now) >= silence;
    more |= change == LogFile.FileChange.CHANGED || (isSilent && file.lag() > 0);
    return change != LogFile.FileChange.GONE;
  }

  @Override
  public boolean peek() throws IOException {
    while (!filled && more) {
      if (block == null && !readBlock()) {
        more = false;
        buffer.release();
      } else if (block != null) {
        readLine();
      }
    }
    return filled;
  }

  private boolean readBlock() throws IOException {
    try {
      Optional<Block> next =
          isSilent ? file.readToEnd(buffer, last -> true) : file.readLines(buffer);
      if (next.isEmpty()) {
        boolean isAgain = isSilent && seen.end();
        if (isAgain) {
          file.reread();
        }
        return isAgain;
      }
      begin(next.get());
    } catch (LineTooLong e) {
      line = e.isFirst() ? 1 : line + 1;
      reject(Rejection.TOO_LONG, "longer than " + LONGEST_LINE + " bytes");
    }
    return true;
  }

  private void begin(Block next) {
    block = next;
    at = next.from();
    if (next.isFirst()) {
      line = 0;
      isFirst = true;
      seen.reread();
    }
  }

  private void readLine() {
    int end = at;
    while (end < block.to() && block.bytes()[end] != '\n') {
      end++;
    }
    String text = new String(block.bytes(), at, end - at, UTF_8).strip();
    at = end + 1;
    line++;
    if (at >= block.to()) {
      block = null;
    }
    String wrong = text.isEmpty() ? RowForm.NO_ROW : form.read(text, isFirst, row);
    isFirst = false;
    if (wrong.equals(RowForm.ROW)) {
      accept();
    } else if (!wrong.equals(RowForm.NO_ROW)) {
      reject(Rejection.WRONG_SHAPE, wrong);
    }
  }

  private void accept() {
    switch (seen.check(row.hash())) {
      case NEW -> {
        filled = true;
        attempt += row.step < previous ? 1 : 0;
        previous = row.step;
      }
      case SEEN -> {}
      case DIFFERENT -> {
        file.reread();
        block = null;
      }
    }
  }

  private void reject(Rejection reason, String detail) {
    if (!seen.isRereading()) {
      rejections.rejected(reason, line, name, detail);
    }
  }

  @Override
  public double step() {
    return row.step;
  }

  @Override
  public double time() {
    return row.time;
  }

  @Override
  public long attempt() {
    return attempt;
  }

  @Override
  public void moveTo(OpenStep step) {
    step.add(field, row.value);
    filled = false;
  }

  long lag() {
    return file.lag();
  }

  long size() {
    return file.size();
  }

  double modified() {
    return file.modified();
  }
}
