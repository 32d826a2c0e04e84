package org.trainingexporter.http;

import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.SetHeaderHandler;
import io.undertow.util.Headers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trainingexporter.config.web.Tls;
import org.trainingexporter.config.web.WebConfig;
import org.trainingexporter.config.web.WebConfigFile;
import org.trainingexporter.http.security.BasicAuth;
import org.trainingexporter.web.flag.ConfigException;
import org.xnio.Options;

/**
 * The web config in effect: users and headers around all pages, and the listener's TLS. It can be
 * replaced while requests run; connections that are open keep their TLS. Any number of threads.
 */
final class LiveWebConfig implements HttpHandler {
  private final Optional<Path> file;
  private final HttpHandler pages;
  private volatile WebConfig config;
  private volatile HttpHandler handler;

  LiveWebConfig(Optional<Path> file, HttpHandler pages) {
    this.file = file;
    this.pages = pages;
    this.config = file.map(WebConfigFile::read).orElse(WebConfig.NONE);
    this.handler = handler(config);
  }

  WebConfig config() {
    return config;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    handler.handleRequest(exchange);
  }

  /** Sets headers on every response. The configured ones win over our own. */
  private HttpHandler handler(WebConfig of) {
    HttpHandler secured = BasicAuth.before(pages, of.users());
    for (Map.Entry<String, String> header : of.headers().entrySet()) {
      secured = new SetHeaderHandler(secured, header.getKey(), header.getValue());
    }
    return new SetHeaderHandler(secured, Headers.X_CONTENT_TYPE_OPTIONS_STRING, "nosniff");
  }

  /** The file and the certificates and keys that it names. */
  List<Path> files() {
    return file.map(WebConfigFile::files).orElse(List.of());
  }

  /**
   * Reads the files again.
   *
   * @return puts them into effect
   * @throws ConfigException if one is wrong, or asks for what needs a restart
   */
  Runnable read(Undertow.ListenerInfo listener) {
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
    return () -> replace(read, listener);
  }

  private ConfigException restart(String key, String what) {
    return new ConfigException(file.get() + ": " + key + ": restart the exporter " + what);
  }

  private void replace(WebConfig read, Undertow.ListenerInfo listener) {
    if (!read.users().equals(config.users()) || !read.headers().equals(config.headers())) {
      handler = handler(read);
    }
    read.tls().ifPresent(tls -> replace(tls, listener));
    config = read;
  }

  private static void replace(Tls tls, Undertow.ListenerInfo listener) {
    try {
      listener.setSocketOption(Options.SSL_ENABLED_PROTOCOLS, tls.protocols());
      listener.setSocketOption(Options.SSL_ENABLED_CIPHER_SUITES, tls.cipherSuites());
      listener.setSocketOption(Options.SSL_CLIENT_AUTH_MODE, tls.clientAuth());
      listener.setSslContext(tls.context());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
