package org.trainingexporter.http;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.trainingexporter.config.web.Tls;
import org.trainingexporter.config.web.WebConfig;
import org.trainingexporter.web.flag.ConfigException;
import org.xnio.Options;
import org.xnio.XnioWorker;

/**
 * The exporter's web server, sized for a small process: one I/O thread and four workers. Safe for
 * many threads.
 */
public final class HttpServer implements AutoCloseable {
  private static final int IO_THREADS = 1;
  private static final int WORKERS = 4;
  private static final int BUFFER_BYTES = 16 * 1024;
  private static final int BUFFERS_KEPT = 16;
  private static final int BUFFERS_KEPT_BY_A_THREAD = 2;

  private static final int MAX_HEADER_BYTES = 16 * 1024;
  private static final long MAX_ENTITY_BYTES = 64 * 1024;
  private static final int MAX_HEADERS = 64;
  private static final int MAX_PARAMETERS = 256;

  private static final int PARSE_MILLIS = 10_000;
  private static final int WRITE_MILLIS = 10_000;
  // Longer than the usual scrape intervals, so that Prometheus keeps its connection.
  private static final int IDLE_MILLIS = 150_000;
  private static final int CLOSE_MILLIS = 1_000;
  private static final Duration DRAIN = Duration.ofSeconds(5);

  // Undertow chooses its logger when its first class is loaded.
  static {
    if (System.getProperty("org.jboss.logging.provider") == null) {
      System.setProperty("org.jboss.logging.provider", "slf4j");
    }
  }

  private final Undertow undertow;

  private final DrainHandler requests;
  private final LiveWebConfig config;

  private HttpServer(Undertow undertow, DrainHandler requests, LiveWebConfig config) {
    this.undertow = undertow;
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
    HttpHandler routes = RoutePrefix.before(Routes.handler(sources), prefix);
    LiveWebConfig live = new LiveWebConfig(webConfigFile, routes);
    WebConfig config = live.config();
    DrainHandler requests = new DrainHandler(live);
    Undertow.Builder builder =
        Undertow.builder()
            .setIoThreads(IO_THREADS)
            .setWorkerThreads(WORKERS)
            .setByteBufferPool(
                new DefaultByteBufferPool(
                    true, BUFFER_BYTES, BUFFERS_KEPT, BUFFERS_KEPT_BY_A_THREAD))
            .setWorkerOption(Options.WORKER_NAME, "http")
            .setHandler(requests);
    limit(builder);
    if (config.tls().isPresent()) {
      listen(builder, listen, config.tls().get());
      builder.setServerOption(UndertowOptions.ENABLE_HTTP2, config.http2());
    } else {
      builder.addHttpListener(listen.getPort(), listen.getHostString());
    }
    return start(builder.build(), listen, requests, live);
  }

  private static HttpServer start(
      Undertow undertow, InetSocketAddress listen, DrainHandler requests, LiveWebConfig config)
      throws IOException {
    try {
      undertow.start();
    } catch (RuntimeException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IOException("cannot listen on " + shown(listen) + ": " + cause.getMessage(), cause);
    }
    return new HttpServer(undertow, requests, config);
  }

  private static String shown(InetSocketAddress address) {
    return address.getHostString() + ":" + address.getPort();
  }

  private static void limit(Undertow.Builder builder) {
    builder
        .setServerOption(UndertowOptions.MAX_HEADER_SIZE, MAX_HEADER_BYTES)
        .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, MAX_ENTITY_BYTES)
        .setServerOption(UndertowOptions.MAX_HEADERS, MAX_HEADERS)
        .setServerOption(UndertowOptions.MAX_PARAMETERS, MAX_PARAMETERS)
        .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, PARSE_MILLIS)
        .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, IDLE_MILLIS)
        .setServerOption(UndertowOptions.IDLE_TIMEOUT, IDLE_MILLIS)
        .setServerOption(UndertowOptions.SHUTDOWN_TIMEOUT, CLOSE_MILLIS)
        .setSocketOption(Options.WRITE_TIMEOUT, WRITE_MILLIS);
  }

  private static void listen(Undertow.Builder builder, InetSocketAddress listen, Tls tls) {
    builder
        .addHttpsListener(listen.getPort(), listen.getHostString(), tls.context())
        .setSocketOption(Options.SSL_ENABLED_PROTOCOLS, tls.protocols())
        .setSocketOption(Options.SSL_ENABLED_CIPHER_SUITES, tls.cipherSuites())
        .setSocketOption(Options.SSL_CLIENT_AUTH_MODE, tls.clientAuth());
  }

  /** The address that it listens on, with the actual port. */
  public InetSocketAddress address() {
    return (InetSocketAddress) undertow.getListenerInfo().get(0).getAddress();
  }

  /**
   * Reads the web config file, its certificates and keys again. Nothing changes until the result is
   * run.
   *
   * @throws ConfigException if a file is wrong, or asks for what needs a restart
   */
  public Runnable readConfig() {
    return config.read(undertow.getListenerInfo().get(0));
  }

  /** The files that {@link #readConfig} reads. */
  public List<Path> configFiles() {
    return config.files();
  }

  /** Lets running requests finish for some seconds, then ends all threads and connections. */
  @Override
  public void close() {
    XnioWorker worker = undertow.getWorker();
    try {
      requests.drain(DRAIN);
      undertow.stop();
      worker.awaitTermination(CLOSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
