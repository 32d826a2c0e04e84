package org.trainingexporter.parse.open;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trainingexporter.parse.format.FileHead;
import org.trainingexporter.parse.format.NearMiss;

/** Whether a file of which no record could be read looks like a log in some other format. */
final class UnreadText {
  private static final int MOST_BYTES = 1 << 16;
  private static final int LEAST = 3;
  private static final Pattern SIGNAL =
      Pattern.compile(
          "\\b((?:\\w+[_/.-])?loss|lr|learning[_ ]rate|grad[_ ]norm)[\"']?\\s*[:=]\\s*[\"']?-?\\d",
          Pattern.CASE_INSENSITIVE);

  private UnreadText() {}

  /** The signal that it names with numbers; empty where it does not look like a log. */
  static Optional<NearMiss.Miss> miss(FileHead head) {
    byte[] bytes = head.bytes();
    String text = new String(bytes, 0, Math.min(bytes.length, MOST_BYTES), ISO_8859_1);
    Matcher signal = SIGNAL.matcher(text);
    for (int found = 1; signal.find(); found++) {
      if (found == LEAST) {
        String nearest = "has " + signal.group(1) + ", in no format that is read";
        return Optional.of(new NearMiss.Miss(NearMiss.MissKind.UNKNOWN_FORMAT, nearest));
      }
    }
    return Optional.empty();
  }
}
