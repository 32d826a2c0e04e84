package org.trainingexporter.parse.text.value;

import java.util.ArrayList;
import java.util.List;

/** What may stand behind a number, and what it makes of it. */
public final class Units {
  private static final int LONGEST = 12;

  /**
   * A unit.
   *
   * @param scale by which the number is multiplied to be in seconds, or in ones
   * @param apart whether a blank may stand before it
   */
  public record UnitOfText(Suffix suffix, double scale, boolean apart) {}

  private static final List<String> NAMES = new ArrayList<>();
  private static final List<UnitOfText> UNITS = new ArrayList<>();

  static {
    add(Suffix.DURATION, 1e-9, true, "ns");
    add(Suffix.DURATION, 1e-6, true, "us", "µs");
    add(Suffix.DURATION, 1e-3, true, "ms", "msec", "millis", "milliseconds");
    add(Suffix.DURATION, 1, true, "s", "sec", "secs", "second", "seconds");
    add(Suffix.DURATION, 60, false, "m");
    add(Suffix.DURATION, 60, true, "min", "mins", "minute", "minutes");
    add(Suffix.DURATION, 3_600, true, "h", "hr", "hrs", "hour", "hours");
    add(Suffix.DURATION, 86_400, true, "d", "day", "days");
    add(Suffix.SECONDS_A_STEP, 1, true, "s/it", "s/iter", "s/step", "s/batch", "sec/it");
    add(Suffix.SECONDS_A_STEP, 1, true, "sec/step", "sec/iter", "sec/batch");
    add(Suffix.SECONDS_A_STEP, 1e-3, true, "ms/it", "ms/iter", "ms/step", "ms/batch");
    add(Suffix.SECONDS_A_STEP, 1e-6, true, "us/step", "µs/step");
    add(Suffix.STEPS_A_SECOND, 1, true, "it/s", "its/s", "iter/s", "iters/s", "it/sec");
    add(Suffix.STEPS_A_SECOND, 1, true, "step/s", "steps/s", "steps/sec", "batch/s");
    add(Suffix.NONE, 1e3, false, "k", "K");
    add(Suffix.NONE, 1e6, false, "M");
    add(Suffix.NONE, 1e9, false, "B");
    add(Suffix.NONE, 1, true, "%", "tok/s", "tokens/s", "tok/sec", "tokens/sec");
    add(Suffix.NONE, 1, true, "samples/s", "samples/sec", "img/s", "images/s", "imgs/s");
    add(Suffix.NONE, 1, true, "GB", "MB", "KB", "kB", "GiB", "MiB", "KiB", "GB/s", "MB/s");
    add(Suffix.NONE, 1, false, "G", "T", "b", "C", "W", "x", "e");
    add(Suffix.NONE, 1, true, "TFLOPS", "TFLOPs", "TFLOP/s", "GFLOPS");
  }

  private static final WordSet WORDS = WordSet.of(NAMES.toArray(String[]::new));

  private Units() {}

  private static void add(Suffix suffix, double scale, boolean apart, String... names) {
    for (String name : names) {
      NAMES.add(name);
      UNITS.add(new UnitOfText(suffix, scale, apart));
    }
  }

  /** Where the unit ends that may begin there. */
  public static int end(byte[] b, int from, int to) {
    int p = from;
    while (p < to && p - from <= LONGEST && isUnitByte(b[p])) {
      p++;
    }
    return p;
  }

  static boolean mayBegin(byte b) {
    return isUnitByte(b) && b != '_';
  }

  private static boolean isUnitByte(byte b) {
    return ByteKinds.of(b) == ByteKinds.LETTER || b == '%' || b == '/';
  }

  /** The unit of that name, or null. */
  public static UnitOfText of(byte[] b, int from, int to) {
    int index = to - from > LONGEST ? -1 : WORDS.index(b, from, to);
    return index < 0 ? null : UNITS.get(index);
  }
}
