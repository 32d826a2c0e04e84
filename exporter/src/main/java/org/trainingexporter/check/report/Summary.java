package org.trainingexporter.check.report;

import java.util.EnumMap;
import java.util.Locale;
import java.util.StringJoiner;
import org.trainingexporter.check.file.FileReport;
import org.trainingexporter.check.file.TimeOrigin;
import org.trainingexporter.parse.open.LogProbe;
import org.trainingexporter.parse.open.LogProfile;
import org.trainingexporter.run.CountsSnapshot;
import org.trainingexporter.run.signal.TimesSnapshot;

/** What a file is and how far it goes, a line for each fact. */
final class Summary {
  private static final int WIDTH = 100;
  private static final String INDENT = " ".repeat(12);

  private final StringBuilder lines = new StringBuilder();

  Summary(FileReport file) {
    if (!file.trouble().isEmpty()) {
      line("error", file.trouble());
    }
    if (!file.isOpened()) {
      return;
    }
    line("log", file.isLog() ? "yes" : "no: " + file.whyNot());
    line("format", format(file.profile()) + ", writer " + file.run().identity().writer());
    line("lines", lines(file));
    line("records", records(file));
    if (file.isLog()) {
      line("position", position(file));
      line("times", times(file));
    }
  }

  private static String format(LogProfile profile) {
    return switch (profile.format()) {
      case JSON_LINES -> "JSON lines";
      case CSV -> "CSV";
      case TEXT -> "text";
      case DOCUMENT -> "JSON document with a log_history";
    };
  }

  private static String lines(FileReport file) {
    String what = file.profile().format() == LogProfile.LogFormat.DOCUMENT ? " entries" : "";
    String head = file.isLog() ? "" : ", read to line " + LogProbe.LINES + " at most";
    String rest = file.unread() == 0 ? "" : ", and an unfinished one of %d bytes";
    return file.lines() + what + head + rest.formatted(file.unread());
  }

  private static String records(FileReport file) {
    StringJoiner kinds = new StringJoiner(", ");
    kinds.setEmptyValue("none");
    new EnumMap<>(file.run().counts().records())
        .forEach((kind, count) -> kinds.add(count + " " + kind.label));
    return kinds.toString();
  }

  private static String position(FileReport file) {
    String unit = file.isCountedBySteps() ? "step" : "epoch";
    CountsSnapshot counts = file.run().counts();
    String span =
        Double.isNaN(file.newestPosition())
            ? "unknown"
            : "first %s %s, newest %s"
                .formatted(unit, number(file.firstPosition()), number(file.newestPosition()));
    return span
        + "; "
        + TextFormats.count(counts.restarts(), "restart")
        + ", "
        + TextFormats.count(counts.rewinds(), "rewind");
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "?" : TextFormats.number(value);
  }

  private static String times(FileReport file) {
    TimesSnapshot times = file.run().times();
    String span = "";
    if (file.times() == TimeOrigin.NONE) {
      span = ", " + TextFormats.time(times.newest());
    } else if (!Double.isNaN(times.first())) {
      span =
          ", %s to %s".formatted(TextFormats.time(times.first()), TextFormats.time(times.newest()));
    }
    return file.times().words + (file.profile().zoneless() ? ", without a zone" : "") + span;
  }

  /** A long text goes on under its beginning. */
  private void line(String name, String text) {
    String head = String.format(Locale.ROOT, "  %-10s", name);
    StringBuilder line = new StringBuilder(head);
    for (String word : TextFormats.plain(text).split(" ", -1)) {
      if (line.length() + word.length() >= WIDTH && line.length() > INDENT.length()) {
        lines.append(line.toString().stripTrailing()).append('\n');
        line = new StringBuilder(INDENT);
      }
      line.append(word).append(' ');
    }
    lines.append(line.toString().stripTrailing()).append('\n');
  }

  @Override
  public String toString() {
    return lines.toString();
  }
}
