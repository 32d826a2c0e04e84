package org.trainingexporter.trainer.web;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.trainingexporter.trainer.training.SettingsException;

/** The trainer's own web server: its page, {@code /api/status}, start, stop and decisions. */
public final class TrainerServer implements AutoCloseable {
  private static final long LONGEST_BODY = 64L * 1024;
  private static final Set<HttpString> READING = Set.of(Methods.GET, Methods.HEAD);
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String JSON = "application/json";

  private final Sessions sessions;
  private final StatusJson answers;
  private final RequestGuard gate;
  private final String policy;
  private final InetSocketAddress listen;
  private final Undertow undertow;

  /**
   * Listens at once; port 0 takes any free one.
   *
   * @param exporter the exporter's page, as a browser finds it
   * @throws IOException that names the address, where another program has it
   */
  public TrainerServer(InetSocketAddress listen, Sessions sessions, URI exporter)
      throws IOException {
    this.listen = listen;
    this.sessions = sessions;
    answers = new StatusJson(sessions, exporter);
    gate = new RequestGuard(listen.getHostString());
    policy = policy(exporter.getScheme() + "://" + exporter.getRawAuthority());
    undertow =
        Undertow.builder()
            .setIoThreads(1)
            .setWorkerThreads(2)
            .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, LONGEST_BODY)
            .addHttpListener(
                listen.getPort(), listen.getAddress().getHostAddress(), (HttpHandler) this::handle)
            .build();
    try {
      undertow.start();
    } catch (RuntimeException e) {
      String why = e.getCause() instanceof IOException cause ? cause.getMessage() : e.toString();
      String where = listen.getHostString() + ":" + listen.getPort();
      throw new IOException(
          "cannot listen on " + where + ": " + why + "; --trainer.listen-address takes another", e);
    }
  }

  /** The page loads and asks nothing but this server, shows the exporter's page, and is in none. */
  private static String policy(String exporter) {
    return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
        + (" connect-src 'self' " + exporter + "; frame-src " + exporter + ";")
        + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  /** Where a browser on this machine finds the page. */
  public String address() {
    String host = listen.getAddress().isAnyLocalAddress() ? "localhost" : listen.getHostString();
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port() + "/";
  }

  int port() {
    return ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
  }

  private void handle(HttpServerExchange exchange) throws IOException {
    HeaderMap headers = exchange.getResponseHeaders();
    headers.put(Headers.CONTENT_SECURITY_POLICY, policy);
    headers.put(Headers.X_CONTENT_TYPE_OPTIONS, "nosniff");
    headers.put(Headers.REFERRER_POLICY, "same-origin");
    String path = exchange.getRequestPath();
    boolean changes = path.equals("/api/start") || path.equals("/api/stop");
    HttpString method = exchange.getRequestMethod();
    if (path.equals("/-/healthy")) {
      send(exchange, 200, TEXT, "Healthy.\n");
    } else if (!gate.knows(exchange)) {
      send(exchange, 421, TEXT, "This server is localhost, or the name that it listens at.\n");
    } else if (changes ? !method.equals(Methods.POST) : !READING.contains(method)) {
      headers.put(Headers.ALLOW, changes ? "POST" : "GET, HEAD");
      send(exchange, 405, TEXT, "There is nothing here for this method.\n");
    } else if (changes && !gate.lets(exchange)) {
      send(exchange, 403, TEXT, "Only this server's own page can start and stop.\n");
    } else if (exchange.getRequestContentLength() > LONGEST_BODY) {
      send(exchange, 413, TEXT, "More than " + LONGEST_BODY + " bytes.\n");
    } else {
      answer(exchange, path);
    }
  }

  private void answer(HttpServerExchange exchange, String path) throws IOException {
    switch (path) {
      case "/api/start" -> exchange.getRequestReceiver().receiveFullBytes(this::start);
      case "/api/stop" -> {
        sessions.stop();
        send(exchange, 200, JSON, answers.status());
      }
      case "/api/status" -> send(exchange, 200, JSON, answers.status());
      case "/api/decisions" -> send(exchange, 200, JSON, answers.decisions());
      default -> {
        Optional<TrainerPageFiles.TrainerPageFile> file = TrainerPageFiles.find(path);
        if (file.isPresent()) {
          send(exchange, 200, file.get().type(), file.get().text());
        } else {
          send(exchange, 404, TEXT, "There is no such page.\n");
        }
      }
    }
  }

  private void start(HttpServerExchange exchange, byte[] body) {
    try {
      boolean started = sessions.start(StartRequest.read(body));
      String busy = "a training is under way; stop it first";
      send(exchange, started ? 200 : 409, started ? JSON : TEXT, started ? answers.status() : busy);
    } catch (SettingsException e) {
      send(exchange, 400, TEXT, e.getMessage());
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
