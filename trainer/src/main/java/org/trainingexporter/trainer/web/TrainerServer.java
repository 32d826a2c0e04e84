package org.trainingexporter.trainer.web;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.trainingexporter.trainer.training.SettingsException;

/** The trainer's own web server: its page, {@code /api/status}, start, stop and decisions. */
public final class TrainerServer implements AutoCloseable {
  private static final Map<String, String> FILES =
      Map.of(
          "/",
          "index.html",
          "/style.css",
          "style.css",
          "/page.js",
          "page.js",
          "/presets.js",
          "presets.js",
          "/regions.js",
          "regions.js");
  private static final Map<String, String> TYPES =
      Map.of("html", "text/html; charset=utf-8", "css", "text/css", "js", "text/javascript");

  private final Sessions sessions;
  private final Answers answers;
  private final String policy;
  private final Undertow undertow;

  /**
   * Listens at once; port 0 takes any free one.
   *
   * @param exporter the address of the exporter's page, as a browser sees it
   */
  public TrainerServer(InetSocketAddress listen, Sessions sessions, String exporter) {
    this.sessions = sessions;
    this.answers = new Answers(sessions, exporter);
    this.policy = "default-src 'self'; frame-src " + exporter + "; frame-ancestors 'none'";
    undertow =
        Undertow.builder()
            .setIoThreads(1)
            .setWorkerThreads(2)
            .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, 64L * 1024)
            .addHttpListener(listen.getPort(), listen.getHostString(), (HttpHandler) this::handle)
            .build();
    undertow.start();
  }

  public int port() {
    return ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
  }

  private void handle(HttpServerExchange exchange) throws IOException {
    exchange.getResponseHeaders().put(new HttpString("Content-Security-Policy"), policy);
    exchange.getResponseHeaders().put(new HttpString("X-Content-Type-Options"), "nosniff");
    String path = exchange.getRequestPath();
    boolean post = exchange.getRequestMethod().equals(Methods.POST);
    boolean changes = path.equals("/api/start") || path.equals("/api/stop");
    if (post != changes) {
      exchange.getResponseHeaders().put(Headers.ALLOW, changes ? "POST" : "GET");
      send(exchange, 405, "text/plain", "There is nothing here for this method.\n");
    } else if (post && !ours(exchange)) {
      send(exchange, 403, "text/plain", "Only this server's own page can start and stop.\n");
    } else if (path.equals("/api/start")) {
      exchange.getRequestReceiver().receiveFullBytes(this::start);
    } else if (path.equals("/api/stop")) {
      sessions.stop();
      send(exchange, 200, "application/json", answers.status());
    } else if (path.equals("/api/status")) {
      send(exchange, 200, "application/json", answers.status());
    } else if (path.equals("/api/decisions")) {
      send(exchange, 200, "application/json", answers.decisions());
    } else {
      file(exchange, FILES.get(path));
    }
  }

  /** Another site's page can post, but not as JSON without being asked first. */
  private static boolean ours(HttpServerExchange exchange) {
    return "application/json".equals(exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE));
  }

  private void start(HttpServerExchange exchange, byte[] body) {
    exchange.dispatch(
        () -> {
          try {
            boolean started = sessions.start(Answers.settings(body));
            String busy = "a training is under way; stop it first";
            send(exchange, started ? 200 : 409, "text/plain", started ? "" : busy);
          } catch (SettingsException e) {
            send(exchange, 400, "text/plain; charset=utf-8", e.getMessage());
          }
        });
  }

  private static void file(HttpServerExchange exchange, String name) throws IOException {
    if (name == null) {
      send(exchange, 404, "text/plain", "There is no such page.\n");
      return;
    }
    try (InputStream file = TrainerServer.class.getResourceAsStream(name)) {
      String type = TYPES.get(name.substring(name.indexOf('.') + 1));
      send(exchange, 200, type, new String(file.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static void send(HttpServerExchange exchange, int status, String type, String body) {
    exchange.setStatusCode(status);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, type);
    exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
    exchange.getResponseSender().send(ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public void close() {
    undertow.stop();
  }
}
