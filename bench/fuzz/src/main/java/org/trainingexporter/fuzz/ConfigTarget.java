package org.trainingexporter.fuzz;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.trainingexporter.config.Settings;
import org.trainingexporter.web.flag.ConfigException;

/** Reads bytes as the config file: a mistake is a message of its own, never another exception. */
final class ConfigTarget implements Target {
  private ScratchFile file;

  @Override
  public void read(byte[] bytes) throws IOException {
    file = file == null ? new ScratchFile("exporter.yml") : file;
    file.write(bytes);
    try {
      Settings.read(List.of(), Map.of("config.file", file.path.toString()), Map.of()).describe();
    } catch (ConfigException e) {
      // As it should be.
    }
  }
}
