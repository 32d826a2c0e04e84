package org.trainingexporter.http;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.trainingexporter.config.web.WebConfig;
import org.trainingexporter.config.web.WebConfigFile;
import org.trainingexporter.web.flag.ConfigException;

/** The web config in effect and the file that it is read from. Any number of threads. */
final class LiveWebConfig {
  private final Optional<Path> file;
  private volatile WebConfig config;

  /**
   * Reads the file, if there is one.
   *
   * @throws ConfigException if it is wrong
   */
  LiveWebConfig(Optional<Path> file) {
    this.file = file;
    this.config = file.map(WebConfigFile::read).orElse(WebConfig.NONE);
  }

  /** A config that no file has. */
  LiveWebConfig(WebConfig config) {
    this.file = Optional.empty();
    this.config = config;
  }

  WebConfig config() {
    return config;
  }

  /** The file and the certificates and keys that it names. */
  List<Path> files() {
    return file.map(WebConfigFile::files).orElse(List.of());
  }

  /**
   * Reads the files again.
   *
   * @param use puts a config into effect
   * @return does so with what was read
   * @throws ConfigException if a file is wrong, or asks for what needs a restart
   */
  Runnable read(Consumer<WebConfig> use) {
    if (file.isEmpty()) {
      return () -> {};
    }
    WebConfig read = WebConfigFile.read(file.get());
    if (read.tls().isPresent() != config.tls().isPresent()) {
      throw restart("tls_server_config", "to turn TLS on or off");
    }
    if (read.tls().isPresent() && read.http2() != config.http2()) {
      throw restart("http_server_config.http2", "to turn HTTP/2 on or off");
    }
    return () -> {
      use.accept(read);
      config = read;
    };
  }

  private ConfigException restart(String key, String what) {
    return new ConfigException(file.get() + ": " + key + ": restart the exporter " + what);
  }
}
