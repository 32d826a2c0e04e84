package org.trainingexporter.run.warning;

import static org.trainingexporter.event.Unknown.UNKNOWN;
import static org.trainingexporter.event.Unknown.isKnown;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import org.trainingexporter.run.position.RecordPosition;
import org.trainingexporter.run.window.RollingWindow;
import org.trainingexporter.run.window.SortedWindow;

/**
 * Finds a training loss that leaps and stays there. Finite losses are joined to blocks of 10. Nine
 * in ten of each of the newest 2 blocks must lie above a limit: 1.25 times the 95th percentile of
 * up to 10 blocks before, and at least 6 scaled median absolute deviations above their median. The
 * block between, in which the leap may lie, counts for neither. It is over when the median of a
 * block is below that limit.
 */
final class DivergenceDetector {
  private static final int BLOCK = 10;
  private static final int LEAST_BEFORE = 2;
  private static final int MOST_BEFORE = 10;
  private static final double OVER_UPPER = 1.25;
  private static final double UPPER_SHARE = 0.95;
  private static final double DEVIATIONS = 6 * 1.4826;

  /** Of an ascending block, the value above which nine in ten lie. */
  private static final int LOW = 1;

  /** The value that six of an ascending block are at least: of up to 100, six are above 95 %. */
  private static final int BELOW_SIX = BLOCK - 6;

  private final WarningLog warnings;

  /** Ascending from the first value on. */
  private double[] block = new double[BLOCK];

  private int size;

  /** Ascending blocks before the leap, the oldest first, then the one between and the newest. */
  private final Deque<double[]> blocks = new ArrayDeque<>();

  /** What a diverged loss has to come below; unknown while it has not diverged. */
  private double limit = UNKNOWN;

  private boolean disabled;

  DivergenceDetector(WarningLog warnings) {
    this.warnings = warnings;
  }

  /** The loss of this training is none that has to fall: nothing is found any more. */
  void disable() {
    disabled = true;
    restart();
  }

  /** Adds a training record's loss. */
  void train(double loss, RecordPosition at) {
    if (disabled || !Double.isFinite(loss)) {
      return;
    }
    int i = size++;
    for (; i > 0 && block[i - 1] > loss; i--) {
      block[i] = block[i - 1];
    }
    block[i] = loss;
    if (size == BLOCK) {
      size = 0;
      endBlock(at);
    }
  }

  private void endBlock(RecordPosition at) {
    double median = RollingWindow.median(block, BLOCK);
    if (isKnown(limit)) {
      if (!(median < limit)) {
        return;
      }
      limit = UNKNOWN;
      warnings.clear(WarningKind.DIVERGED);
    }
    blocks.addLast(block);
    block = new double[BLOCK];
    if (blocks.size() > MOST_BEFORE + 3) {
      blocks.removeFirst();
    }
    if (blocks.size() >= LEAST_BEFORE + 3) {
      search(median, at);
    }
  }

  private void search(double median, RecordPosition at) {
    double[] newest = blocks.removeLast();
    double[] second = blocks.removeLast();
    double[] between = blocks.removeLast();
    double low = Math.min(newest[LOW], second[LOW]);
    if (low > OVER_UPPER * leastUpper()) { // cheap, and nearly always false
      double[] before = before();
      double middle = RollingWindow.median(before, before.length);
      double upper = SortedWindow.quantile(before, before.length, UPPER_SHARE);
      double least = Math.max(OVER_UPPER * upper, middle + DEVIATIONS * deviation(before, middle));
      if (middle > 0 && low > least) {
        limit = least;
        warnings.show(WarningKind.DIVERGED, at, () -> message(middle, median));
        return; // the blocks before stay, to be compared with what follows
      }
    }
    blocks.addLast(between);
    blocks.addLast(second);
    blocks.addLast(newest);
  }

  /** Of the blocks before: no 95th percentile of all is lower, since six of a block are not. */
  private double leastUpper() {
    double most = Double.NEGATIVE_INFINITY;
    for (double[] one : blocks) {
      most = Math.max(most, one[BELOW_SIX]);
    }
    return most;
  }

  private double[] before() {
    double[] all = new double[BLOCK * blocks.size()];
    int at = 0;
    for (double[] one : blocks) {
      System.arraycopy(one, 0, all, at, BLOCK);
      at += BLOCK;
    }
    Arrays.sort(all);
    return all;
  }

  private static double deviation(double[] values, double median) {
    double[] off = new double[values.length];
    for (int i = 0; i < off.length; i++) {
      off[i] = Math.abs(values[i] - median);
    }
    Arrays.sort(off);
    return RollingWindow.median(off, off.length);
  }

  private static String message(double before, double now) {
    return String.format(
        Locale.ROOT, "diverged: the loss leapt from %.4g to %.4g and stays there", before, now);
  }

  /** Drops the past: the training went back or began again. */
  void restart() {
    size = 0;
    blocks.clear();
    limit = UNKNOWN;
    warnings.clear(WarningKind.DIVERGED);
  }
}
