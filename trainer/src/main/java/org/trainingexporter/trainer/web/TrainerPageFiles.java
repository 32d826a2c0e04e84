package org.trainingexporter.trainer.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page and its parts, which lie beside this class. */
final class TrainerPageFiles {
  private static final Pattern NAME = Pattern.compile("/([a-z-]+\\.(css|js|svg))");
  private static final Map<String, String> TYPES =
      Map.of("css", "text/css", "js", "text/javascript", "svg", "image/svg+xml");

  private TrainerPageFiles() {}

  /** A file's text and what it is. */
  record TrainerPageFile(String type, String text) {}

  /** Empty where there is no such file. */
  static Optional<TrainerPageFile> find(String path) throws IOException {
    if (path.equals("/")) {
      return read("index.html", "text/html");
    }
    Matcher name = NAME.matcher(path);
    return name.matches() ? read(name.group(1), TYPES.get(name.group(2))) : Optional.empty();
  }

  private static Optional<TrainerPageFile> read(String name, String type) throws IOException {
    try (InputStream file = TrainerPageFiles.class.getResourceAsStream(name)) {
      return file == null
          ? Optional.empty()
          : Optional.of(
              new TrainerPageFile(
                  type + "; charset=utf-8",
                  new String(file.readAllBytes(), StandardCharsets.UTF_8)));
    }
  }
}
