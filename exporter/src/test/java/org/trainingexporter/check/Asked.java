package org.trainingexporter.check;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.trainingexporter.config.Settings;

/** One call of {@code check} and its answer. */
record Asked(int exitCode, String output) {

  static Asked table(Path... files) {
    return of(Map.of(), false, files);
  }

  static Asked json(Path... files) {
    return of(Map.of(), true, files);
  }

  static Asked of(Map<String, String> flags, boolean json, Path... files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Settings settings = Settings.read(List.of(), flags, Map.of());
    PrintStream out = new PrintStream(bytes, false, StandardCharsets.US_ASCII);
    int exitCode = new Check(settings, out, ZoneOffset.UTC).run(List.of(files), json);
    return new Asked(exitCode, bytes.toString(StandardCharsets.UTF_8));
  }

  /** The answer with files named from the directory. */
  String seenFrom(Path directory) {
    return output.replace(directory + "/", "");
  }
}
