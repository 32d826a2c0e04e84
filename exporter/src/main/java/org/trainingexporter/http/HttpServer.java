package org.trainingexporter.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.trainingexporter.config.web.WebConfig;
import org.trainingexporter.http.handler.DrainHandler;
import org.trainingexporter.http.listen.HttpLimits;
import org.trainingexporter.http.listen.ServerListener;
import org.trainingexporter.web.flag.ConfigException;
import org.trainingexporter.web.flag.ListenAddress;

/** The exporter's web server, sized for a small process. Safe for many threads. */
public final class HttpServer implements AutoCloseable {
  private static final Duration DRAIN = Duration.ofSeconds(5);

  private final ServerListener listener;
  private final Protection protection;

  private final DrainHandler requests;
  private final LiveWebConfig config;

  private HttpServer(
      ServerListener listener, Protection protection, DrainHandler requests, LiveWebConfig config) {
    this.listener = listener;
    this.protection = protection;
    this.requests = requests;
    this.config = config;
  }

  /**
   * Starts to listen. Port 0 stands for any free port, see {@link #address()}.
   *
   * @param prefix what every path begins with, such as {@code /training}; may be empty
   * @param webConfigFile TLS and passwords in the exporter-toolkit's format
   * @throws ConfigException if that file is wrong, naming file and key
   * @throws IOException if the address cannot be listened on
   */
  public static HttpServer start(
      InetSocketAddress listen, HttpSources sources, String prefix, Optional<Path> webConfigFile)
      throws IOException {
    return start(listen, sources, prefix, new LiveWebConfig(webConfigFile), HttpLimits.standard());
  }

  /**
   * The same, with a config that no file has, and other limits.
   *
   * @throws IOException if the address cannot be listened on
   */
  static HttpServer start(
      InetSocketAddress listen,
      HttpSources sources,
      String prefix,
      WebConfig config,
      HttpLimits limits)
      throws IOException {
    return start(listen, sources, prefix, new LiveWebConfig(config), limits);
  }

  private static HttpServer start(
      InetSocketAddress listen,
      HttpSources sources,
      String prefix,
      LiveWebConfig live,
      HttpLimits limits)
      throws IOException {
    WebConfig config = live.config();
    Protection pages = new Protection(RoutePrefix.before(Routes.handler(sources), prefix), config);
    DrainHandler requests = new DrainHandler(pages);
    try {
      if (listen.isUnresolved()) {
        throw new IOException("there is no host of that name");
      }
      return new HttpServer(
          new ServerListener(listen, requests, config.tls(), config.http2(), limits),
          pages,
          requests,
          live);
    } catch (IOException | RuntimeException e) {
      pages.close();
      ListenAddress address = new ListenAddress(listen.getHostString(), listen.getPort());
      throw new IOException("cannot listen on " + address + ": " + e.getMessage(), e);
    }
  }

  /** Uses another web config for requests and connections from now on. */
  private void use(WebConfig config) {
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

  /**
   * Reads the web config file, its certificates and keys again. Nothing changes until the result is
   * run.
   *
   * @throws ConfigException if a file is wrong, or asks for what needs a restart
   */
  public Runnable readConfig() {
    return config.read(this::use);
  }

  /** The files that {@link #readConfig} reads. */
  public List<Path> configFiles() {
    return config.files();
  }

  /** Lets running requests finish for some seconds, then ends all threads and connections. */
  @Override
  public void close() {
    try {
      requests.drain(DRAIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    listener.close();
    protection.close();
  }
}
