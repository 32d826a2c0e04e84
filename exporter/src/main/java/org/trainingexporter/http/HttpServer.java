package org.trainingexporter.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import org.trainingexporter.config.web.WebConfig;
import org.trainingexporter.config.web.WebConfigFile;
import org.trainingexporter.http.listen.HttpLimits;
import org.trainingexporter.http.listen.ServerListener;
import org.trainingexporter.web.flag.ConfigException;
import org.trainingexporter.web.flag.ListenAddress;

/** The exporter's web server, sized for a small process. Safe for many threads. */
public final class HttpServer implements AutoCloseable {
  private final ServerListener listener;
  private final Protection protection;

  private HttpServer(ServerListener listener, Protection protection) {
    this.listener = listener;
    this.protection = protection;
  }

  /**
   * Starts to listen. Port 0 stands for any free port, see {@link #address()}.
   *
   * @param prefix what every path begins with, such as {@code /training}; may be empty
   * @param webConfigFile TLS and passwords in the exporter-toolkit's format; read once
   * @throws ConfigException if that file is wrong, naming file and key
   * @throws IOException if the address cannot be listened on
   */
  public static HttpServer start(
      InetSocketAddress listen, HttpSources sources, String prefix, Optional<Path> webConfigFile)
      throws IOException {
    WebConfig config =
        webConfigFile.isPresent() ? WebConfigFile.read(webConfigFile.get()) : WebConfig.NONE;
    return start(listen, sources, prefix, config, HttpLimits.standard());
  }

  /**
   * The same, with other limits.
   *
   * @throws IOException if the address cannot be listened on
   */
  public static HttpServer start(
      InetSocketAddress listen,
      HttpSources sources,
      String prefix,
      WebConfig config,
      HttpLimits limits)
      throws IOException {
    Protection pages = new Protection(RoutePrefix.before(Routes.handler(sources), prefix), config);
    try {
      if (listen.isUnresolved()) {
        throw new IOException("there is no host of that name");
      }
      return new HttpServer(
          new ServerListener(listen, pages, config.tls(), config.http2(), limits), pages);
    } catch (IOException | RuntimeException e) {
      pages.close();
      ListenAddress address = new ListenAddress(listen.getHostString(), listen.getPort());
      throw new IOException("cannot listen on " + address + ": " + e.getMessage(), e);
    }
  }

  /**
   * Uses another web config for requests and connections from now on.
   *
   * @throws ConfigException if it would switch TLS on or off, which needs a restart
   */
  public void use(WebConfig config) {
    if (config.tls().isPresent() != listener.isSecure()) {
      throw new ConfigException(
          "tls_server_config: TLS cannot be switched on or off without a restart");
    }
    config.tls().ifPresent(listener::use);
    protection.use(config);
  }

  /** {@code https} under TLS, else {@code http}. */
  public String scheme() {
    return listener.isSecure() ? "https" : "http";
  }

  /** The address that it listens on, with the actual port. */
  public InetSocketAddress address() {
    return listener.address();
  }

  /** What clients occupy now, for tests. */
  ServerListener listener() {
    return listener;
  }

  /** Stops to listen, gives running requests a second, and returns when all threads have ended. */
  @Override
  public void close() {
    listener.close();
    protection.close();
  }
}
