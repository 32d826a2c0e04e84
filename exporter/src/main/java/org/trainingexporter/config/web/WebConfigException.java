package org.trainingexporter.config.web;

import java.io.IOException;
import java.nio.file.Path;

/** A web config file that cannot be used. The message names file, key, value and what was wrong. */
public final class WebConfigException extends IOException {
  private static final long serialVersionUID = 1L;

  WebConfigException(Path file, String problem) {
    super(file + ": " + problem);
  }

  WebConfigException(Path file, String key, String problem) {
    this(file, key + ": " + problem);
  }
}
