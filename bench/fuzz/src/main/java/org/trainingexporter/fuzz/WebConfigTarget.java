package org.trainingexporter.fuzz;

import java.io.IOException;
import org.trainingexporter.config.web.WebConfigFile;
import org.trainingexporter.web.flag.ConfigException;

/** Reads bytes as the web config file. */
final class WebConfigTarget implements Target {
  private ScratchFile file;

  @Override
  public void read(byte[] bytes) throws IOException {
    file = file == null ? new ScratchFile("web.yml") : file;
    file.write(bytes);
    try {
      WebConfigFile.files(file.path);
      WebConfigFile.read(file.path);
    } catch (ConfigException e) {
      // As it should be.
    }
  }
}
