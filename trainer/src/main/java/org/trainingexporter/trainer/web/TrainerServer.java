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
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trainingexporter.trainer.settings.SettingsException;
import org.trainingexporter.web.flag.ListenAddress;
import org.trainingexporter.web.reply.PageFiles;
import org.trainingexporter.web.reply.PageReply;
import org.trainingexporter.web.reply.Reply;

/**
 * The trainer's own web server: its page, {@code /api/status}, start, stop and decisions. Safe for
 * many threads.
 */
public final class TrainerServer implements AutoCloseable {
  private static final long LONGEST_BODY = 64L * 1024;
  private static final Set<HttpString> READING = Set.of(Methods.GET, Methods.HEAD);
  private static final String FOLDER = "/org/trainingexporter/trainer/page/";

  private final Sessions sessions;
  private final StatusJson answers;
  private final RequestGuard guard;
  private final PageReply page;
  private final String policy;
  private final InetSocketAddress listen;
  private final Undertow undertow;

  /**
   * Starts to listen. Port 0 stands for any free port.
   *
   * @param exporter URL of the exporter's page, for browsers
   * @throws IOException that names the address if it cannot be listened on
   */
  public TrainerServer(InetSocketAddress listen, Sessions sessions, URI exporter)
      throws IOException {
    this.listen = listen;
    this.sessions = sessions;
    answers = new StatusJson(sessions, exporter);
    guard = new RequestGuard(listen.getHostString());
    page =
        new PageReply(
            new PageFiles(TrainerServer.class, List.of(PageFiles.SHARED, FOLDER), Map.of()));
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

  /**
   * The page loads files of this server only, and frames the exporter's page; none may frame it.
   */
  private static String policy(String exporter) {
    return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
        + (" connect-src 'self' " + exporter + "; frame-src " + exporter + ";")
        + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  /** Where a browser on this machine finds the page. */
  public String address() {
    return "http://" + ListenAddress.inBrowser(actual()) + "/";
  }

  int port() {
    return actual().getPort();
  }

  /** With the host as it was given, and the port that stands for port 0. */
  private InetSocketAddress actual() {
    InetSocketAddress bound = (InetSocketAddress) undertow.getListenerInfo().get(0).getAddress();
    return listen.getAddress().isAnyLocalAddress()
        ? bound
        : new InetSocketAddress(listen.getHostString(), bound.getPort());
  }

  private void handle(HttpServerExchange exchange) throws IOException {
    HeaderMap headers = exchange.getResponseHeaders();
    headers.put(Headers.CONTENT_SECURITY_POLICY, policy);
    headers.put(Headers.X_CONTENT_TYPE_OPTIONS, "nosniff");
    headers.put(Headers.REFERRER_POLICY, "same-origin");
    headers.put(Headers.CACHE_CONTROL, "no-store");
    String path = exchange.getRequestPath();
    boolean changes = path.equals("/api/start") || path.equals("/api/stop");
    HttpString method = exchange.getRequestMethod();
    if (path.equals("/-/healthy")) {
      Reply.text(exchange, 200, "Healthy.\n");
    } else if (!guard.acceptsHost(exchange)) {
      Reply.text(exchange, 421, "This server is localhost, or the name that it listens at.\n");
    } else if (changes ? !method.equals(Methods.POST) : !READING.contains(method)) {
      headers.put(Headers.ALLOW, changes ? "POST" : "GET, HEAD");
      Reply.text(exchange, 405, "There is nothing here for this method.\n");
    } else if (changes && !guard.allowsChange(exchange)) {
      Reply.text(exchange, 403, "Only this server's own page can start and stop.\n");
    } else if (exchange.getRequestContentLength() > LONGEST_BODY) {
      Reply.text(exchange, 413, "More than " + LONGEST_BODY + " bytes.\n");
    } else {
      answer(exchange, path);
    }
  }

  private void answer(HttpServerExchange exchange, String path) throws IOException {
    switch (path) {
      case "/api/start" -> exchange.getRequestReceiver().receiveFullBytes(this::start);
      case "/api/stop" -> {
        sessions.stop();
        Reply.json(exchange, 200, answers.status());
      }
      case "/api/status" -> Reply.json(exchange, 200, answers.status());
      case "/api/decisions" -> Reply.json(exchange, 200, answers.decisions());
      case "/" -> page.page(exchange);
      default -> page.part(exchange, path.substring(1));
    }
  }

  private void start(HttpServerExchange exchange, byte[] body) {
    try {
      if (sessions.start(StartRequest.read(body))) {
        Reply.json(exchange, 200, answers.status());
      } else {
        Reply.text(exchange, 409, "a training is under way; stop it first");
      }
    } catch (SettingsException e) {
      Reply.text(exchange, 400, e.getMessage());
    }
  }

  @Override
  public void close() {
    undertow.stop();
  }
}
