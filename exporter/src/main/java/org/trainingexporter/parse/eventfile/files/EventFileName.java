package org.trainingexporter.parse.eventfile.files;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of event files, such as {@code events.out.tfevents.1763799300.host.4242.0}. */
public final class EventFileName {
  private static final String MARK = "tfevents";
  private static final Pattern STAMP = Pattern.compile("tfevents\\.(\\d{1,12})(?!\\d)");

  private static final Pattern RANK =
      Pattern.compile("tfevents.*(?<!\\p{L})rank[-_.=]?0*(\\d{1,6})(?!\\d)");

  /** By the second in which they were begun; of one second by the count at the name's end. */
  public static final Comparator<Path> OLDEST_FIRST =
      Comparator.comparingDouble(EventFileName::stamp)
          .thenComparing(p -> p.getFileName().toString().length())
          .thenComparing(p -> p.getFileName().toString());

  private EventFileName() {}

  /** Whether a file of that name is one. */
  public static boolean isOne(String name) {
    return name.contains(MARK);
  }

  /** The rank of the process that writes it, of a training with several; empty without one. */
  public static String rankOf(Path file) {
    Matcher rank = RANK.matcher(file.getFileName().toString());
    return rank.find() ? rank.group(1) : "";
  }

  /** When the file was begun, seconds since 1970; 0 where its name does not say. */
  public static double stamp(Path file) {
    Matcher stamp = STAMP.matcher(file.getFileName().toString());
    return stamp.find() ? Double.parseDouble(stamp.group(1)) : 0;
  }
}
